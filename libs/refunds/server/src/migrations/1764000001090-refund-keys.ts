import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That the bank refused the keys when it was asked last: somebody is told once, until it takes them. */
export class RefundKeys1764000001090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table refund add column keys_refused boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table refund drop column keys_refused');
  }
}
