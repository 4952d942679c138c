import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an agency renews keys; one that says nothing has no row. */
export class KeySettings1764000000680 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table key_setting (
        agency_id uuid primary key references agency (agency_id),
        quiet_hours int not null check (quiet_hours between 1 and 168)
      );
    `);
    await protect(runner, 'key_setting', { fence: 'readable', app: 'select, insert, update' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table key_setting');
  }
}
