import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entry (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid,
        at timestamptz not null,
        act text not null,
        actor_kind text not null
          check (actor_kind in ('person', 'api-key', 'shopper', 'bank', 'system')),
        actor_id uuid,
        actor_name text,
        subject_kind text not null,
        subject_id uuid not null,
        detail jsonb not null,
        primary key (agency_id, id)
      );
      create index audit_entry_merchant on audit_entry (agency_id, merchant_id, id);
    `);
    // What is written here is never changed and never deleted by the application.
    await protect(runner, 'audit_entry', { fence: 'fenced', app: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_entry');
  }
}
