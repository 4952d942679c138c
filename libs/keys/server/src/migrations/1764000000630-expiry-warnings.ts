import { openColumns } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the next warning about the expiry of a key is due, and whether one was given that still stands.
 * Keys in use that expire are warned of from now on.
 */
export class ExpiryWarnings1764000000630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_version
        add column warn_at timestamptz,
        add column warned_at timestamptz;
      create index key_version_warn on key_version (agency_id, warn_at) where warn_at is not null;
      create index key_version_warned on key_version (agency_id, id)
        where warned_at is not null and state in ('draining', 'retired');
      update key_version set warn_at = expires_at - interval '60 days'
        where kind = 'bank' and state = 'active' and expires_at is not null;
    `);
    const [left] = (await runner.query(`
      select count(*)::int as missed from key_version
      where kind = 'bank' and state = 'active' and expires_at is not null and warn_at is null
    `)) as { missed: number }[];
    if (left?.missed !== 0) throw new Error(`${left?.missed} keys would expire without a warning.`);
    await openColumns(runner, 'key_version', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'id', 'state', 'warn_at', 'warned_at'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy tb_sweeper on key_version;
      revoke select (agency_id, id, state) on key_version from tb_sweeper;
      alter table key_version drop column warned_at, drop column warn_at;
    `);
  }
}
