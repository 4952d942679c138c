import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What PayPal and Billink take, and what methods cost; `…_by` are logins. */
export class PaypalBillinkTariffs1764000000660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(paypal);
    await runner.query(billink);
    await runner.query(tariffs);
    for (const table of ['paypal_account', 'paypal_check', 'billink_form']) {
      await protect(runner, table, { fence: 'fenced', app: 'select, insert, update' });
    }
    await protect(runner, 'billink_exclusion', {
      fence: 'readable',
      app: 'select, insert, delete',
    });
    await protect(runner, 'method_tariff', { fence: 'fenced', app: 'select, insert, delete' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table method_tariff, billink_exclusion, billink_form, paypal_check, paypal_account',
    );
  }
}

const ofMerchant = `
  agency_id uuid not null,
  merchant_id uuid not null,`;
const toMerchant = `
  foreign key (agency_id, merchant_id) references merchant (agency_id, id)`;

const paypal = `
  create table paypal_account (${ofMerchant}
    email text not null check (length(email) <= 254),
    email_at timestamptz not null,
    email_by uuid,
    proof_order_id uuid,
    proof_paid_at timestamptz,
    proof_at timestamptz,
    primary key (agency_id, merchant_id),
    check ((proof_order_id is null) = (proof_at is null)),${toMerchant}
  );
  create table paypal_check (${ofMerchant}
    item text not null,
    done_at timestamptz,
    done_by uuid,
    primary key (agency_id, merchant_id, item),${toMerchant}
  );
`;

const billink = `
  create table billink_form (${ofMerchant}
    goods text not null,
    vat_number text not null check (vat_number ~ '^NL[0-9]{9}B[0-9]{2}$'),
    service_email text,
    service_phone text,
    service_url text,
    filled_at timestamptz not null,
    filled_by uuid,
    primary key (agency_id, merchant_id),
    check (num_nonnulls(service_email, service_phone, service_url) >= 2),${toMerchant}
  );
  create table billink_exclusion (
    agency_id uuid not null references agency (agency_id),
    id uuid not null,
    name text not null,
    as_of date not null,
    source text not null,
    primary key (agency_id, id)
  );
`;

const tariffs = `
  create table method_tariff (${ofMerchant}
    brand text not null,
    part text not null check (part in ('whole', 'interchange', 'scheme', 'service')),
    fixed bigint not null check (fixed >= 0),
    basis_points int not null check (basis_points between 0 and 10000),
    valid_from date not null,
    source text not null,
    primary key (agency_id, merchant_id, brand, part, valid_from),${toMerchant}
  );
`;
