import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const place = `
  agency_id uuid not null,
  merchant_id uuid not null,
  webshop_id uuid not null,
  environment text not null check (environment in ('sandbox', 'production')),`;
const ofPlace = `
  foreign key (agency_id, merchant_id, webshop_id, environment)
    references webshop_environment (agency_id, merchant_id, webshop_id, environment)`;

/** Methods between merchants and the bank, and what webshops have of them. */
export class PaymentMethods1764000000650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contracts);
    await runner.query(webshops);
    for (const table of ['method_contract', 'webshop_brand', 'brands_check']) {
      await protect(runner, table, { fence: 'fenced', app: 'select, insert, update' });
    }
    await protect(runner, 'method_step', { fence: 'fenced', app: 'select, insert' });
    const to = 'tb_sweeper';
    const where = ['agency_id', 'merchant_id', 'webshop_id', 'environment'];
    await openColumns(runner, 'method_contract', { to, columns: ['agency_id', 'id', 'remind_at'] });
    await openColumns(runner, 'brands_check', { to, columns: [...where, 'next_at'] });
    // Whose keys were proven after the last look: the bank can be asked about it.
    await openColumns(runner, 'webshop_environment', {
      ...{ to, columns: [...where, 'keys_proven_at'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy tb_sweeper on webshop_environment;
      revoke select (agency_id, merchant_id, webshop_id, environment, keys_proven_at)
        on webshop_environment from tb_sweeper;
      drop table brands_check, webshop_brand, method_step, method_contract;
    `);
  }
}

const contracts = `
  create table method_contract (
    agency_id uuid not null,
    merchant_id uuid not null,
    id uuid not null,
    brand text not null check (brand ~ '^[A-Z][A-Z0-9_]{0,49}$'),
    state text not null check (state in ('REQUESTED', 'SIGNED', 'ACTIVATING', 'CONTRACT_SENT',
      'CONTRACT_SIGNED', 'CONTRACT_ACCEPTED', 'ACTIVE', 'REFUSED', 'WITHDRAWN')),
    requested_at timestamptz not null,
    requested_by uuid,
    turn text check (turn in ('merchant', 'bank', 'billink')),
    due_on date,
    remind_at timestamptz,
    reminded_at timestamptz,
    active_at timestamptz,
    proof_webshop_id uuid,
    primary key (agency_id, id),
    unique (agency_id, merchant_id, id),
    foreign key (agency_id, merchant_id) references merchant (agency_id, id),
    foreign key (agency_id, merchant_id, proof_webshop_id)
      references webshop (agency_id, merchant_id, id),
    check ((turn is null) = (due_on is null)),
    check ((state = 'ACTIVE') = (active_at is not null))
  );
  create unique index method_contract_live on method_contract (agency_id, merchant_id, brand)
    where state not in ('REFUSED', 'WITHDRAWN');
  create index method_contract_remind on method_contract (agency_id, remind_at)
    where remind_at is not null;
  create table method_step (
    agency_id uuid not null,
    merchant_id uuid not null,
    contract_id uuid not null,
    id uuid not null,
    step text not null,
    happened_on date not null,
    at timestamptz not null,
    by uuid,
    reason text check (length(reason) <= 200),
    primary key (agency_id, id),
    foreign key (agency_id, merchant_id, contract_id)
      references method_contract (agency_id, merchant_id, id)
  );
  create index method_step_of on method_step (agency_id, contract_id, id);
`;

const webshops = `
  create table webshop_brand (${place}
    brand text not null check (length(brand) between 1 and 50),
    wish text check (wish in ('on', 'off')),
    wish_at timestamptz,
    wish_by uuid,
    actual text check (length(actual) between 1 and 50),
    actual_at timestamptz,
    primary key (agency_id, webshop_id, environment, brand),
    check ((wish is null) = (wish_at is null)),${ofPlace}
  );
  create table brands_check (${place}
    asked_at timestamptz,
    told_at timestamptz,
    next_at timestamptz,
    trouble text check (trouble in ('keys-refused', 'refused', 'no-answer')),
    tries int not null check (tries >= 0),
    primary key (agency_id, webshop_id, environment),${ofPlace}
  );
  create index brands_check_due on brands_check (agency_id, next_at) where next_at is not null;
`;
