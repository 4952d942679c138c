import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nearly all refunds have succeeded. Who asks for those that wait, failed or are unknown would read
 * past all of them; those that succeeded are no part of this index and cost it nothing.
 */
export class RefundsByState1764000001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index refund_by_state
        on refund (agency_id, environment, status, requested_at desc, id desc)
        where status <> 'SUCCEEDED'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index refund_by_state');
  }
}
