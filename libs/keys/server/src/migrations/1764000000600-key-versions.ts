import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeyVersions1764000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table key_version (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        webshop_id uuid not null,
        environment text not null,
        kind text not null check (kind in ('bank', 'virtual')),
        version int not null check (version > 0),
        state text not null check (state in ('staged', 'proven', 'active', 'draining', 'retired')),
        signing_key bytea not null,
        refresh_token bytea not null,
        fingerprint bytea not null,
        proven_at timestamptz,
        expires_at timestamptz,
        created_at timestamptz not null,
        primary key (agency_id, id),
        unique (agency_id, webshop_id, environment, kind, version),
        foreign key (agency_id, merchant_id, webshop_id, environment)
          references webshop_environment (agency_id, merchant_id, webshop_id, environment)
      );
      create unique index key_version_one_active
        on key_version (agency_id, webshop_id, environment, kind) where state = 'active';
      create index key_version_fingerprint on key_version (agency_id, fingerprint);
    `);
    await protect(runner, 'key_version', { fence: 'fenced', app: 'select, insert, update' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table key_version');
  }
}
