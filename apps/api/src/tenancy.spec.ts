import { Client } from 'pg';
import { directoryTables } from '@toonbank/platform/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedMonth } from './billed.testing';
import { tenancyFaults, tenantTables } from './tenancy-faults.testing';
import { type Tenant, World } from './world.testing';

let world: World;
let ours: Tenant;
let theirs: Tenant;
let admin: Client;
let app: Client;
let names: string[];

beforeAll(async () => {
  world = await World.open();
  ours = await world.tenant('Kanarie');
  theirs = await world.tenant('Vreemde');
  for (const tenant of [ours, theirs]) await closedMonth(world, tenant);
  admin = new Client({ connectionString: world.config.databaseUrls.migrator });
  app = new Client({ connectionString: world.config.databaseUrls.app });
  await admin.connect();
  await app.connect();
  // The bank pings about the orders that were paid: rows for the inbox as well.
  for (let left = 50; left > 0; left--) {
    const { rowCount } = await admin.query('select 1 from notification');
    if (rowCount && rowCount > 3) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  names = await tenantTables(admin);
});

afterAll(async () => {
  await admin.end();
  await app.end();
  await world.close();
});

/** Does something as the application would, and takes it back. Answers rows, or the error's code. */
async function as(
  { agencyId = '', merchantId = '' }: { agencyId?: string; merchantId?: string },
  sql: string,
  parameters: unknown[] = [],
): Promise<{ rows: Record<string, unknown>[]; changed: number } | string> {
  await app.query(
    `begin; set local app.agency_id = '${agencyId}'; set local app.merchant_id = '${merchantId}'`,
  );
  try {
    const { rows, rowCount } = await app.query<Record<string, unknown>>(sql, parameters);
    return { rows, changed: rowCount ?? 0 };
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await app.query('rollback');
  }
}

/** Not allowed at all: as good as nothing seen. */
const denied = '42501';

describe('every table of the catalogue', () => {
  it('is either a tenant table or one of the seven directories', async () => {
    expect(names.length).toBeGreaterThan(15);
    const { rows } = await admin.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
         and relkind in ('r', 'p') and not relrowsecurity and not relispartition order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual([...directoryTables, 'migration'].sort());
  });

  it('obeys the rules that keep tenants apart', async () => {
    expect(await tenancyFaults(admin)).toEqual([]);
  });

  it.each([
    ['create table leaky (agency_id uuid primary key)', 'leaky has no forced row-level security'],
    [
      'create table leaky (agency_id uuid, id uuid primary key)',
      'leaky_pkey has a key or an index',
    ],
    ["create type mood as enum ('good')", 'mood is an enum'],
    [
      'create policy sly on merchant to tb_app using (agency_id in (select agency_id from merchant))',
      'sly is a policy with a sub-select',
    ],
    ['grant select on notification_other to tb_app', 'notification_other is a partition'],
  ])('turns the rules red after: %s', async (mistake, fault) => {
    await admin.query('begin');
    try {
      await admin.query(mistake);
      const faults = await tenancyFaults(admin);
      expect(faults.filter((found) => found.startsWith(fault))).toHaveLength(1);
    } finally {
      await admin.query('rollback');
    }
  });

  it('shows no row without a tenant, and of a tenant only its own', async () => {
    for (const table of names) {
      const none = await as({}, `select * from ${table}`);
      if (none === denied) continue;
      expect(none, table).toMatchObject({ rows: [] });
      for (const { scope } of [ours, theirs]) {
        const own = await as({ agencyId: scope.agencyId }, `select * from ${table}`);
        const agencies = typeof own === 'string' ? [] : own.rows.map((row) => row['agency_id']);
        expect(new Set(agencies), table).toEqual(new Set(agencies.length ? [scope.agencyId] : []));
      }
    }
  });

  it('lets nobody copy, change or delete what is not theirs', async () => {
    for (const table of names) {
      const { rowCount } = await admin.query(`select 1 from ${table} where agency_id = $1`, [
        ours.scope.agencyId,
      ]);
      const statements = [
        `update ${table} set agency_id = agency_id where agency_id = '${ours.scope.agencyId}'`,
        `delete from ${table} where agency_id = '${ours.scope.agencyId}'`,
      ];
      for (const tenant of ['', theirs.scope.agencyId]) {
        for (const statement of statements) {
          const answer = await as({ agencyId: tenant }, statement);
          if (answer !== denied) expect(answer, statement).toMatchObject({ changed: 0 });
        }
      }
      const after = await admin.query(`select 1 from ${table} where agency_id = $1`, [
        ours.scope.agencyId,
      ]);
      expect(after.rowCount, table).toBe(rowCount);
    }
  });

  it('lets nobody write a row into another agency', async () => {
    let tried = 0;
    for (const table of names) {
      const { rows } = await admin.query<{ row: object }>(
        `select to_jsonb(t) as row from ${table} t where agency_id = $1 limit 1`,
        [ours.scope.agencyId],
      );
      if (!rows[0]) continue;
      tried++;
      const insert = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;
      for (const tenant of ['', theirs.scope.agencyId]) {
        expect(await as({ agencyId: tenant }, insert, [rows[0].row]), table).toBe(denied);
      }
    }
    expect(tried).toBeGreaterThan(12);
  });

  it("shows a merchant's login nothing of the merchant next door", async () => {
    const { agencyId } = ours.scope;
    const { merchantId } = ours.second;
    // Tables of the whole agency that its merchants may read: its name and colours, what the bank asks.
    const shared = ['agency', 'agency_logo', 'bank_price', 'billing_settings'];
    for (const table of names.filter((name) => !shared.includes(name))) {
      const seen = await as({ agencyId, merchantId }, `select * from ${table}`);
      if (typeof seen === 'string') continue;
      const owner = table === 'merchant' ? 'id' : 'merchant_id';
      const merchants = new Set(seen.rows.map((row) => row[owner]));
      expect(merchants, table).toEqual(new Set(merchants.size ? [merchantId] : []));
    }
  });
});

describe('a login with one power', () => {
  it('can do what it is for and nothing else', async () => {
    const { rows } = await admin.query<{ line: string }>(
      `select r || ' | ' || c.relname || ' | ' || string_agg(p || ' ' || a.attname, ', '
           order by p, a.attnum) as line
       from unnest(array['tb_ingest', 'tb_door', 'tb_sweeper']) r,
         unnest(array['select', 'insert', 'update', 'references']) p,
         pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and has_column_privilege(r, c.oid, a.attnum, p)
       group by r, c.relname order by 1`,
    );
    const lines = rows.map(({ line }) => line).join('\n');
    await expect(`${lines}\n`).toMatchFileSnapshot('./tenancy.powers.txt');
  });
});
