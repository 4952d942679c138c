import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DataKeys1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table data_key (
        agency_id uuid not null,
        id uuid not null,
        kek_id text not null,
        wrapped bytea not null,
        created_at timestamptz not null,
        primary key (agency_id, id)
      )
    `);
    await protect(runner, 'data_key', { fence: 'closed', app: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table data_key');
  }
}
