import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox_event (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        webshop_id uuid not null,
        environment text not null check (environment in ('sandbox', 'production')),
        type text not null,
        payload jsonb not null,
        created_at timestamptz not null,
        primary key (agency_id, id)
      )
    `);
    await protect(runner, 'outbox_event', { fence: 'fenced', app: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox_event');
  }
}
