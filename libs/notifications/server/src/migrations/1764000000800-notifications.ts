import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const below = `
  agency_id uuid not null,
  merchant_id uuid not null,
  webshop_id uuid not null,
  environment text not null check (environment in ('sandbox', 'production'))`;

const place = `foreign key (agency_id, merchant_id, webshop_id, environment)
  references webshop_environment (agency_id, merchant_id, webshop_id, environment)`;

export class Notifications1764000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.inbox(runner);
    await this.pulls(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table notification_refusal, raw_page, pull_attempt, pull_lease, notification',
    );
  }

  /**
   * The inbox. Partitioned by the end of the bank's token, so that old pings go by dropping a table.
   * No foreign keys: the one INSERT of the hot door must not wait for anybody's row.
   */
  private async inbox(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        ${below},
        id uuid not null,
        digest bytea not null,
        expires_at timestamptz not null,
        received_at timestamptz not null,
        key_version int not null,
        sealed bytea not null,
        state text not null default 'waiting' check (state in ('waiting', 'pulled', 'expired')),
        primary key (agency_id, expires_at, digest)
      ) partition by range (expires_at);
      create table notification_other partition of notification default;
      create index notification_waiting
        on notification (agency_id, webshop_id, environment, received_at) where state = 'waiting';
      create index notification_newest on notification (agency_id, environment, received_at desc, id desc);
      create table notification_refusal (
        agency_id uuid not null,
        poi_id text not null,
        reason text not null check (reason in ('no-key-fits', 'unknown-webshop')),
        minute timestamptz not null,
        count int not null,
        primary key (agency_id, minute, poi_id, reason)
      );
    `);
    await protect(runner, 'notification', { fence: 'fenced', app: 'select, update (state)' });
    await protect(runner, 'notification_refusal', {
      fence: 'closed',
      app: 'select, insert, update',
    });
    await runner.query(`
      grant insert (agency_id, merchant_id, webshop_id, environment, id, digest, expires_at,
        received_at, key_version, sealed) on notification to tb_ingest;
      create policy ingest on notification for insert to tb_ingest with check (true);
    `);
    await openColumns(runner, 'notification', {
      to: 'tb_sweeper',
      columns: [
        'agency_id',
        'merchant_id',
        'webshop_id',
        'environment',
        'state',
        'received_at',
        'expires_at',
      ],
    });
  }

  private async pulls(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pull_lease (
        ${below},
        fence bigint not null,
        held_until timestamptz not null,
        primary key (agency_id, webshop_id, environment),
        ${place}
      ) with (fillfactor = 70);
      create table pull_attempt (
        ${below},
        id uuid not null,
        fence bigint not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        outcome text check (outcome in ('landed', 'refused', 'no-answer', 'lost')),
        primary key (agency_id, id),
        ${place}
      );
      create index pull_attempt_open on pull_attempt (agency_id, started_at) where ended_at is null;
      create table raw_page (
        ${below},
        id uuid not null,
        attempt_id uuid not null,
        fence bigint not null,
        landed_at timestamptz not null,
        digest bytea not null,
        sealed bytea not null,
        state text not null check (state in ('landed', 'applied', 'quarantined')),
        primary key (agency_id, id),
        ${place}
      );
      create index raw_page_landed on raw_page (agency_id, webshop_id, environment, id)
        where state = 'landed';
    `);
    await protect(runner, 'pull_lease', { fence: 'fenced', app: 'select, insert, update' });
    await protect(runner, 'pull_attempt', { fence: 'fenced', app: 'select, insert, update' });
    await protect(runner, 'raw_page', { fence: 'fenced', app: 'select, insert, update' });
    const ids = ['agency_id', 'merchant_id', 'webshop_id', 'environment'];
    await openColumns(runner, 'pull_attempt', {
      to: 'tb_sweeper',
      columns: [...ids, 'id', 'started_at', 'ended_at'],
    });
    await openColumns(runner, 'raw_page', {
      to: 'tb_sweeper',
      columns: [...ids, 'state', 'landed_at'],
    });
  }
}
