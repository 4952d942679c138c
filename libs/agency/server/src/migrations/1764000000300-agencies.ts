import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Agencies1764000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agency (
        agency_id uuid not null primary key,
        name text not null,
        webhook_key text not null,
        created_at timestamptz not null
      );
      -- A directory table: no policy, ids and hashes only, no foreign keys into tenant tables.
      create table webhook_route (
        key_hash bytea not null primary key,
        agency_id uuid not null,
        webshop_id uuid
      );
      grant select (key_hash, agency_id, webshop_id) on webhook_route to tb_door;
      grant insert (key_hash, agency_id, webshop_id) on webhook_route to tb_app;
    `);
    await protect(runner, 'agency', { fence: 'readable', app: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_route; drop table agency');
  }
}
