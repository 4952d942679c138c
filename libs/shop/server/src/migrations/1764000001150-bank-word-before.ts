import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was said of a webshop's end at the bank before the last word, so that this one can be taken
 * back. Of what was said until now nobody knows what was said before it: that stays.
 */
export class BankWordBefore1764000001150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webshop add column bank_end_before jsonb;
      grant update (bank_end_before) on webshop to tb_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table webshop drop column bank_end_before');
  }
}
