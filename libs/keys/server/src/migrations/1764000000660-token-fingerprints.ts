import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells equal refresh tokens apart without telling them. Null for keys that were entered before:
 * only who holds the vault can open them, so it is filled in when a token is next used.
 */
export class TokenFingerprints1764000000660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_version add column token_fingerprint bytea;
      create index key_version_token on key_version (agency_id, token_fingerprint)
        where token_fingerprint is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table key_version drop column token_fingerprint');
  }
}
