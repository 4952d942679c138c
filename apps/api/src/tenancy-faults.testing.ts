import type { Client } from 'pg';
import { directoryTables } from '@toonbank/platform/db';

/** Tables that belong to nobody in particular. */
const notTenant: readonly string[] = [...directoryTables, 'migration'];

/** What must never be found in the catalogue: a query that lists offenders, and what they do wrong. */
const forbidden: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'has no forced row-level security',
    sql: `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> all($1)
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    what: 'has no policy for the application or for its owner',
    sql: `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> all($1)
        and (select count(distinct p.polroles[1]) from pg_policy p
          where p.polrelid = c.oid
            and p.polroles[1] in ('tb_app'::regrole, c.relowner)) < 2`,
  },
  {
    what: 'has a key or an index that does not start with agency_id',
    sql: `select i.indexrelid::regclass::text as name from pg_index i
      join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relname <> all($1)
        and not (c.relispartition and c.relname <> all($1) and a.attname = 'agency_id')
        and a.attname is distinct from 'agency_id'`,
  },
  {
    what: 'refers to another table without agency_id first, or sets columns to null',
    sql: `select k.conname as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and c.relname <> all($1)
        and (a.attname <> 'agency_id' or k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd'))`,
  },
  {
    what: 'is a trigger of ours',
    sql: `select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and $1 is not null`,
  },
  {
    what: 'is an enum; text with a check lets the policy use an index',
    sql: `select typname as name from pg_type
      where typtype = 'e' and typnamespace = 'public'::regnamespace and $1 is not null`,
  },
  {
    what: 'is a policy with a sub-select',
    sql: `select p.polname as name from pg_policy p
      where $1 is not null and coalesce(pg_get_expr(p.polqual, p.polrelid), '') ilike '%select%'`,
  },
  {
    what: 'is a partition that can be reached by itself',
    sql: `select c.relname as name from pg_class c, unnest(array['tb_app', 'tb_ingest', 'tb_door', 'tb_sweeper']) r
      where c.relispartition and c.relkind = 'r' and $1 is not null
        and has_any_column_privilege(r, c.oid, 'select, insert, update')`,
  },
];

/** Everything in the schema that could let one tenant see another; empty when all is well. */
export async function tenancyFaults(admin: Client): Promise<string[]> {
  const faults: string[] = [];
  for (const { what, sql } of forbidden) {
    const text = sql.includes('$1') ? sql.replaceAll('$1', '$1::text[]') : sql;
    const parameters = sql.includes('$1') ? [notTenant] : [];
    const { rows } = await admin.query<{ name: string }>(text, parameters);
    faults.push(...rows.map(({ name }) => `${name} ${what}`));
  }
  return faults;
}

/** Every table of the catalogue that holds tenants' rows. */
export async function tenantTables(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and relname <> all($1::text[]) order by 1`,
    [notTenant],
  );
  return rows.map(({ name }) => name);
}
