import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is exported, the same for one that is asked for once and one that comes by calendar. */
const choice = `
  environment text not null check (environment in ('sandbox', 'production')),
  kind text not null check (kind in ('orders', 'transactions', 'refunds', 'bills')),
  format text not null check (format in ('csv', 'xlsx', 'jsonl')),
  numbers text not null check (numbers in ('nl', 'international')),
  of_merchant_id uuid,
  shop_id uuid,
  webshop_id uuid,
  foreign key (agency_id, merchant_id) references merchant (agency_id, id),
  foreign key (agency_id, of_merchant_id) references merchant (agency_id, id),
  foreign key (agency_id, of_merchant_id, shop_id) references shop (agency_id, merchant_id, id),
  foreign key (agency_id, of_merchant_id, webshop_id) references webshop (agency_id, merchant_id, id),
  check (merchant_id is null or merchant_id = of_merchant_id),
  check (shop_id is null or webshop_id is null),
  check (of_merchant_id is not null or (shop_id is null and webshop_id is null)),
  check (kind <> 'bills' or environment = 'production')`;

/**
 * `merchant_id` says whose portal an export was made in: null is the agency's own, which no merchant
 * sees, whomever it is about. `of_merchant_id` says about whom it is.
 */
export class Exports1764000000940 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table export_schedule (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid,
        every text not null check (every in ('week', 'month')),
        on_day int not null check (on_day between 1 and 31),
        at_hour int not null check (at_hour between 0 and 23),
        recipients jsonb not null,
        language text not null check (language in ('nl', 'en')),
        next_at timestamptz not null,
        next_from date not null,
        paused_at timestamptz,
        created_at timestamptz not null,
        created_by uuid,
        ended_at timestamptz,
        ${choice},
        primary key (agency_id, id),
        check (every = 'month' or on_day <= 7)
      );
      create index export_schedule_due on export_schedule (agency_id, next_at)
        where paused_at is null and ended_at is null;
      create table export (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid,
        from_day date not null,
        until_day date not null check (until_day >= from_day),
        state text not null check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
        rows_done bigint not null check (rows_done >= 0),
        rows_total bigint,
        trouble text check (trouble in ('too-many-rows', 'gave-up')),
        file_key text,
        bytes bigint,
        kept_until timestamptz,
        requested_at timestamptz not null,
        requested_by uuid,
        schedule_id uuid,
        due_at timestamptz,
        -- Who makes it holds it until then; each claim counts the fence up, and only the highest may write.
        held_until timestamptz,
        fence int not null check (fence >= 0),
        tries int not null check (tries >= 0),
        started_at timestamptz,
        ended_at timestamptz,
        ${choice},
        primary key (agency_id, id),
        foreign key (agency_id, schedule_id) references export_schedule (agency_id, id),
        check ((state = 'running') = (held_until is not null)),
        check ((state in ('queued', 'running')) = (ended_at is null)),
        check ((schedule_id is null) = (due_at is null)),
        check (file_key is null or (state = 'done' and bytes is not null and kept_until is not null))
      );
      -- A period of a schedule is exported once, however many sweeps see that it is due.
      create unique index export_once_due on export (agency_id, schedule_id, due_at)
        where schedule_id is not null;
      create index export_newest on export (agency_id, environment, requested_at desc, id desc);
      create index export_open on export (agency_id, requested_at) where state in ('queued', 'running');
      create index export_kept on export (agency_id, kept_until) where file_key is not null;
      create table export_link (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid,
        export_id uuid not null,
        sent_to text,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (agency_id, id),
        foreign key (agency_id, export_id) references export (agency_id, id)
      );
      create index export_link_of on export_link (agency_id, export_id);
    `);
    await protect(runner, 'export_schedule', { fence: 'fenced', app: 'select, insert, update' });
    await protect(runner, 'export', { fence: 'fenced', app: 'select, insert, update' });
    await protect(runner, 'export_link', {
      ...{ fence: 'fenced', app: 'select, insert, update (used_at)' },
    });
    await openColumns(runner, 'export_schedule', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'id', 'next_at', 'paused_at', 'ended_at'],
    });
    await openColumns(runner, 'export', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'id', 'state', 'requested_at', 'held_until', 'file_key', 'kept_until'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table export_link, export, export_schedule');
  }
}
