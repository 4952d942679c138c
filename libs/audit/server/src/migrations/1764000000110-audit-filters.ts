import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rare act, or what one person did, is found without walking through everybody's. */
export class AuditFilters1764000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index audit_entry_act on audit_entry (agency_id, act collate "C", id);
      create index audit_entry_actor on audit_entry (agency_id, actor_id, id);
      create index audit_entry_at on audit_entry (agency_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_entry_act; drop index audit_entry_actor; drop index audit_entry_at;
    `);
  }
}
