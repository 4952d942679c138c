import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = 'task_waits_on_check';

/** Billink has a contract of its own to read: what waits for that does not wait on the bank (S50). */
export class BillinksTurn1764000000870 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table task drop constraint ${rule},
        add constraint ${rule} check (waits_on in ('agency', 'merchant', 'bank', 'billink'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from task where waits_on = 'billink';
      alter table task drop constraint ${rule},
        add constraint ${rule} check (waits_on in ('agency', 'merchant', 'bank'));
    `);
  }
}
