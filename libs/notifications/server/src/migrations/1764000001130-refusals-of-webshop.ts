import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was refused of one webshop is found without reading what a stranger's flood left beside it. */
export class RefusalsOfWebshop1764000001130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index notification_refusal_poi on notification_refusal (agency_id, reason, poi_id, minute)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notification_refusal_poi');
  }
}
