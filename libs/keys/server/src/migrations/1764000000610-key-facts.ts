import type { MigrationInterface, QueryRunner } from 'typeorm';

const inUse = `
  from key_version k
  where k.agency_id = e.agency_id and k.webshop_id = e.webshop_id
    and k.environment = e.environment and k.kind = 'bank' and k.state = 'active'`;

/**
 * Who entered a key version, when it last verified a message, when it was retired; and the order in
 * which keys expire. Webshops whose keys are in use already are told so.
 */
export class KeyFacts1764000000610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_version
        add column entered_by uuid,
        add column last_verified_at timestamptz,
        add column retired_at timestamptz;
      create index key_version_expiry on key_version
        (agency_id, environment, (coalesce(expires_at, 'infinity'::timestamptz)), id)
        where kind = 'bank' and state = 'active';
      update webshop_environment e
        set keys_proven_at = (select coalesce(k.proven_at, k.created_at) ${inUse})
        where exists (select 1 ${inUse});
    `);
    const [left] = (await runner.query(`
      select count(*)::int as missed from webshop_environment e
      where e.keys_proven_at is null and exists (select 1 ${inUse})
    `)) as { missed: number }[];
    if (left?.missed !== 0)
      throw new Error(`${left?.missed} webshops were not told of their keys.`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index key_version_expiry;
      alter table key_version
        drop column retired_at, drop column last_verified_at, drop column entered_by;
    `);
  }
}
