import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often keys were shown to people, and who typed when they expire. */
export class KeyReveals1764000000620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_version
        add column reveals int not null default 0,
        add column expiry_typed_by uuid,
        add column expiry_typed_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_version
        drop column reveals, drop column expiry_typed_by, drop column expiry_typed_at;
    `);
  }
}
