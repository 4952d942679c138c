import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refunds; their id is the request id at the bank. `requested_by` and `decided_by` are logins. */
export class Refunds1764000000820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table refund (
        agency_id uuid not null,
        merchant_id uuid not null,
        webshop_id uuid not null,
        environment text not null check (environment in ('sandbox', 'production')),
        id uuid not null,
        order_id uuid not null,
        merchant_order_id text not null,
        transaction_id uuid not null,
        payment_brand text not null,
        route text not null check (route in ('bank', 'paypal', 'bank-transfer')),
        status text not null check (status in ('AWAITING_APPROVAL', 'SENDING', 'PENDING', 'UNKNOWN',
          'SUCCEEDED', 'FAILED', 'REJECTED', 'ELSEWHERE', 'CONFIRMED')),
        amount bigint not null check (amount > 0),
        description text not null check (length(description) between 1 and 45),
        vat_category text check (vat_category in ('HIGH', 'LOW', 'ZERO', 'NONE')),
        reason text,
        idempotency_key text not null check (length(idempotency_key) <= 255),
        request_hash bytea not null,
        requested_at timestamptz not null,
        requested_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        bank_refund_id uuid,
        refusal_code int,
        refusal_text text,
        expected_on date,
        tries int not null check (tries >= 0),
        next_at timestamptz,
        ended_at timestamptz,
        primary key (agency_id, id),
        constraint refund_once unique (agency_id, order_id, idempotency_key),
        foreign key (agency_id, merchant_id, order_id)
          references orders (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id, webshop_id, environment)
          references webshop_environment (agency_id, merchant_id, webshop_id, environment),
        -- Nobody approves what they asked for themselves.
        check (decided_by <> requested_by)
      );
      create index refund_newest on refund (agency_id, environment, requested_at desc, id desc);
      create index refund_of_merchant
        on refund (agency_id, merchant_id, environment, requested_at desc, id desc);
      create index refund_due on refund (agency_id, next_at) where next_at is not null;
      create table refund_setting (
        agency_id uuid primary key references agency (agency_id),
        approval_from bigint check (approval_from >= 0)
      );
    `);
    await protect(runner, 'refund', { fence: 'fenced', app: 'select, insert, update' });
    await protect(runner, 'refund_setting', { fence: 'readable', app: 'select, insert, update' });
    await openColumns(runner, 'refund', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'merchant_id', 'webshop_id', 'environment', 'id', 'next_at'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table refund_setting, refund');
  }
}
