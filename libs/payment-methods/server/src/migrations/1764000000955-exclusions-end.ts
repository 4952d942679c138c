import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What Billink excludes may end: the row stays, and says until which day it was so. */
export class ExclusionsEnd1764000000955 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table billink_exclusion add column until date check (until >= as_of);
      grant update (until) on billink_exclusion to tb_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table billink_exclusion drop column until');
  }
}
