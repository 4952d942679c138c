import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was sent can't be changed: the application may update of an invoice only when it was sent,
 * when it was paid and by what it was taken back, and of its lines nothing.
 */
export class Billing1764000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await terms(runner);
    await runner.query(`
      create table billing_run (
        agency_id uuid not null references agency (agency_id),
        month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
        closed_at timestamptz not null,
        primary key (agency_id, month)
      );
      create table invoice_counter (
        agency_id uuid not null references agency (agency_id),
        year int not null,
        last int not null,
        primary key (agency_id, year)
      );
      create table invoice (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        month text not null,
        kind text not null check (kind in ('invoice', 'credit-note')),
        year int not null,
        number int not null check (number > 0),
        issued_on date not null,
        due_on date,
        language text not null check (language in ('nl', 'en')),
        payer text not null check (payer in ('merchant', 'agency')),
        letterhead jsonb not null,
        billed_to jsonb not null,
        urls int not null,
        net bigint not null,
        vat bigint not null,
        credits uuid,
        reason text,
        credited_by uuid,
        sent_on date,
        paid_on date,
        primary key (agency_id, id),
        unique (agency_id, merchant_id, id),
        unique (agency_id, year, number),
        foreign key (agency_id, merchant_id) references merchant (agency_id, id),
        foreign key (agency_id, month) references billing_run (agency_id, month),
        foreign key (agency_id, merchant_id, credits) references invoice (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id, credited_by)
          references invoice (agency_id, merchant_id, id),
        check ((kind = 'credit-note') = (credits is not null)),
        check ((kind = 'credit-note') = (reason is not null)),
        check ((kind = 'credit-note') = (due_on is null)),
        check (kind = 'invoice' or credited_by is null)
      );
      -- Nobody is billed twice for a month, whoever runs at the same time; nor credited twice.
      create unique index invoice_once on invoice (agency_id, month, merchant_id)
        where kind = 'invoice' and credited_by is null;
      create unique index invoice_credited_once on invoice (agency_id, credits);
      create index invoice_of_merchant on invoice (agency_id, merchant_id, year, number);
      create table invoice_line (
        agency_id uuid not null,
        invoice_id uuid not null,
        position int not null,
        merchant_id uuid not null,
        kind text not null check (kind in ('bank-shop', 'bank-urls', 'fee-month', 'fee-urls')),
        shop_id uuid,
        shop_name text,
        count int not null,
        per int not null check (per > 0),
        unit bigint not null,
        net bigint not null,
        vat bigint not null,
        vat_percent int,
        is_billed boolean not null,
        primary key (agency_id, invoice_id, position),
        foreign key (agency_id, merchant_id, invoice_id) references invoice (agency_id, merchant_id, id)
      );
    `);
    await protect(runner, 'billing_run', { fence: 'closed', app: 'select, insert' });
    await protect(runner, 'invoice_counter', {
      ...{ fence: 'closed', app: 'select, insert, update (last)' },
    });
    await protect(runner, 'invoice', {
      ...{ fence: 'fenced', app: 'select, insert, update (sent_on, paid_on, credited_by)' },
    });
    await protect(runner, 'invoice_line', { fence: 'fenced', app: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table invoice_line;
      drop table invoice;
      drop table invoice_counter;
      drop table billing_run;
      drop table billing_client;
      drop table agency_fee;
      drop table bank_price;
      drop table billing_settings;
    `);
  }
}

/** What decides what a month costs. Merchants may read what the bank asks, not what others pay. */
async function terms(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table billing_settings (
      agency_id uuid not null primary key references agency (agency_id),
      counts_per text not null default 'shop' check (counts_per in ('shop', 'contract')),
      pro_rata text not null default 'months' check (pro_rata in ('months', 'days')),
      bank_vat text not null default 'unknown' check (bank_vat in ('unknown', 'excluded', 'included')),
      bank_vat_source text,
      term_days int not null default 14 check (term_days between 0 and 120),
      letterhead jsonb
    );
    create table bank_price (
      agency_id uuid not null references agency (agency_id),
      id uuid not null,
      from_month text not null,
      until_month text check (until_month >= from_month),
      base int not null check (base >= 0),
      included int not null check (included >= 0),
      per_url int not null check (per_url >= 0),
      source text not null,
      primary key (agency_id, id)
    );
    create table agency_fee (
      agency_id uuid not null references agency (agency_id),
      id uuid not null,
      merchant_id uuid,
      from_month text not null,
      until_month text check (until_month >= from_month),
      base int not null check (base >= 0),
      per_url int not null check (per_url >= 0),
      primary key (agency_id, id),
      foreign key (agency_id, merchant_id) references merchant (agency_id, id)
    );
    create table billing_client (
      agency_id uuid not null,
      merchant_id uuid not null,
      payer text not null default 'merchant' check (payer in ('merchant', 'agency')),
      language text not null default 'nl' check (language in ('nl', 'en')),
      billed_to jsonb,
      primary key (agency_id, merchant_id),
      foreign key (agency_id, merchant_id) references merchant (agency_id, id)
    );
  `);
  const book = 'select, insert, delete, update (from_month, until_month, base, per_url';
  await protect(runner, 'billing_settings', {
    fence: 'readable',
    app: 'select, insert, update (counts_per, pro_rata, bank_vat, bank_vat_source, term_days, letterhead)',
  });
  await protect(runner, 'bank_price', { fence: 'readable', app: `${book}, included, source)` });
  await protect(runner, 'agency_fee', { fence: 'closed', app: `${book})` });
  await protect(runner, 'billing_client', {
    fence: 'fenced',
    app: 'select, insert, update (payer, language, billed_to)',
  });
}
