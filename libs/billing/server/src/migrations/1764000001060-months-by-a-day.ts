import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Months that wait to be closed are told anew, now with the day until which there is time. */
export class MonthsByADay1764000001060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update billing_settings set told_until = null');
  }

  /** What was told anew stays told. */
  async down(): Promise<void> {}
}
