import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Totals are counted over all that a list would hold. Both indexes of lists now carry what totals ask,
 * and what the policies look at, so that the index alone answers: the rows themselves lie all over the
 * table, between those of other agencies. No index more, as nothing else would use it.
 */
export class RefundTotals1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index refund_newest, refund_of_merchant;
      create index refund_newest on refund (agency_id, environment, requested_at desc, id desc)
        include (merchant_id, webshop_id, route, status, amount);
      create index refund_of_merchant
        on refund (agency_id, merchant_id, environment, requested_at desc, id desc)
        include (webshop_id, route, status, amount);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index refund_newest, refund_of_merchant;
      create index refund_newest on refund (agency_id, environment, requested_at desc, id desc);
      create index refund_of_merchant
        on refund (agency_id, merchant_id, environment, requested_at desc, id desc);
    `);
  }
}
