import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The way to the order of a webshop that was paid last: without it a shop with many shoppers who turn
 * back is walked through order by order.
 */
export class LastPaidOrder1764000000970 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index orders_paid_of_webshop
        on orders (agency_id, webshop_id, environment, updated_at desc, id desc)
        where status = 'COMPLETED'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index orders_paid_of_webshop');
  }
}
