import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which moment on a virtual pair signs. Those that sign already have since they were made. */
export class VirtualMoments1764000000670 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_version add column signs_from timestamptz;
      update key_version set signs_from = created_at where kind = 'virtual' and state = 'active';
    `);
    const [left] = (await runner.query(`
      select count(*)::int as silent from key_version
      where kind = 'virtual' and state = 'active' and signs_from is null
    `)) as { silent: number }[];
    if (left?.silent !== 0) throw new Error(`${left?.silent} webshops would sign nothing.`);
    await runner.query(`
      alter table key_version add check (kind = 'virtual' or signs_from is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table key_version drop column signs_from');
  }
}
