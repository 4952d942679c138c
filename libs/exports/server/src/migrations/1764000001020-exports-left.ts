import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the last try of an export that ended without a file may have left something, until it is gone. */
export class ExportsLeft1764000001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table export
        add column left_key text,
        add check (left_key is null or (state in ('cancelled', 'failed') and kept_until is not null));
      create index export_left on export (agency_id, kept_until) where left_key is not null;
      grant select (left_key) on export to tb_sweeper;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index export_left; alter table export drop column left_key');
  }
}
