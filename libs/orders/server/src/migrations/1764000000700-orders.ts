import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const below = `
  agency_id uuid not null,
  merchant_id uuid not null,
  webshop_id uuid not null,
  environment text not null check (environment in ('sandbox', 'production'))`;

const place = `foreign key (agency_id, merchant_id, webshop_id, environment)
  references webshop_environment (agency_id, merchant_id, webshop_id, environment)`;

const ofOrder = `foreign key (agency_id, merchant_id, order_id)
  references orders (agency_id, merchant_id, id)`;

export class Orders1764000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.orders(runner);
    await this.announcements(runner);
    await this.results(runner);
    await this.history(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table idempotency_key, order_result, order_case, timeline_entry, transaction, announcement, orders',
    );
  }

  private async orders(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders (
        ${below},
        id uuid not null,
        merchant_order_id text not null check (length(merchant_order_id) <= 255),
        -- Lower case under collation C: a prefix search is a range of the index, also under the policy.
        merchant_order_search text collate "C" not null,
        status text not null check (status in
          ('ANNOUNCING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'REFUSED')),
        needs_look boolean not null,
        amount bigint not null check (amount > 0),
        paid_amount bigint,
        return_url text not null,
        announced jsonb not null,
        findings jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (agency_id, id),
        unique (agency_id, merchant_id, id),
        ${place}
      ) with (fillfactor = 85);
      create index orders_newest on orders (agency_id, environment, created_at desc, id desc);
      create index orders_of_merchant
        on orders (agency_id, merchant_id, environment, created_at desc, id desc);
      create index orders_of_webshop
        on orders (agency_id, webshop_id, environment, created_at desc, id desc);
      create index orders_by_status
        on orders (agency_id, environment, status, created_at desc, id desc);
      create index orders_by_number on orders (agency_id, environment, merchant_order_search);
      create index orders_open on orders (agency_id, webshop_id, environment)
        where status in ('ANNOUNCING', 'IN_PROGRESS');
    `);
    await protect(runner, 'orders', { fence: 'fenced', app: 'select, insert, update' });
  }

  private async announcements(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table announcement (
        ${below},
        id uuid not null,
        order_id uuid not null,
        number int not null check (number > 0),
        state text not null check (state in ('announcing', 'announced', 'unknown', 'refused')),
        omnikassa_order_id uuid,
        end_status text,
        redirect_url bytea,
        refusal_code int,
        refusal_text text,
        sent_at timestamptz not null,
        answered_at timestamptz,
        primary key (agency_id, id),
        unique (agency_id, order_id, number),
        ${ofOrder}
      );
      create unique index announcement_at_bank
        on announcement (agency_id, webshop_id, environment, omnikassa_order_id);
      create index announcement_unanswered on announcement (agency_id, sent_at)
        where state in ('announcing', 'unknown');
      create table idempotency_key (
        ${below},
        key text not null check (length(key) <= 255),
        request_hash bytea not null,
        order_id uuid not null,
        created_at timestamptz not null,
        primary key (agency_id, webshop_id, environment, key),
        ${ofOrder} deferrable initially deferred
      );
    `);
    await protect(runner, 'announcement', { fence: 'fenced', app: 'select, insert, update' });
    await protect(runner, 'idempotency_key', { fence: 'fenced', app: 'select, insert' });
    await openColumns(runner, 'announcement', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'state', 'sent_at'],
    });
  }

  private async results(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table transaction (
        agency_id uuid not null,
        merchant_id uuid not null,
        order_id uuid not null,
        id uuid not null,
        announcement_id uuid not null,
        payment_brand text not null,
        type text not null,
        status text not null,
        amount bigint not null,
        confirmed_amount bigint,
        started_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (agency_id, order_id, id),
        ${ofOrder}
      );
      create table order_result (
        ${below},
        page_id uuid not null,
        position int not null check (position >= 0),
        omnikassa_order_id text not null,
        merchant_order_id text not null,
        order_status text not null,
        paid_amount bigint not null,
        total_amount bigint not null,
        verdict text not null check (verdict in
          ('applied', 'repeat', 'superseded', 'contradiction', 'foreign')),
        order_id uuid,
        at timestamptz not null,
        primary key (agency_id, page_id, position),
        ${place}
      );
    `);
    await protect(runner, 'transaction', { fence: 'fenced', app: 'select, insert, update' });
    await protect(runner, 'order_result', { fence: 'fenced', app: 'select, insert' });
  }

  private async history(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table timeline_entry (
        agency_id uuid not null,
        merchant_id uuid not null,
        order_id uuid not null,
        id uuid not null,
        at timestamptz not null,
        kind text not null,
        by text not null check (by in ('shop', 'shopper', 'bank', 'toonbank', 'person')),
        detail jsonb not null,
        primary key (agency_id, order_id, id),
        ${ofOrder}
      );
      -- The last guard of "each end status is applied exactly once".
      create unique index timeline_end_status_once
        on timeline_entry (agency_id, order_id) where kind = 'ended';
      create table order_case (
        ${below},
        id uuid not null,
        order_id uuid not null,
        kind text not null check (kind in ('contradiction', 'window', 'unanswered')),
        subject text not null,
        detail jsonb not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        primary key (agency_id, id),
        unique (agency_id, order_id, kind, subject),
        ${ofOrder}
      );
      create index order_case_open on order_case (agency_id, environment, opened_at)
        where closed_at is null;
    `);
    await protect(runner, 'timeline_entry', { fence: 'fenced', app: 'select, insert' });
    await protect(runner, 'order_case', { fence: 'fenced', app: 'select, insert, update' });
  }
}
