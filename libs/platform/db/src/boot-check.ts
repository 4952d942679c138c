import type { Pool } from 'pg';

const faults: readonly { readonly sql: string; readonly sentence: string }[] = [
  {
    sql: `select r.rolname as what from pg_roles r
          where pg_has_role(current_user, r.oid, 'member')
            and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)`,
    sentence: 'is, or can become, a role with too much power',
  },
  {
    sql: `select c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')`,
    sentence: 'owns, and so could change,',
  },
  {
    sql: `select 'schema public' as what where has_schema_privilege('public', 'create')`,
    sentence: 'may create tables in',
  },
  {
    sql: `select c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind in ('r', 'p')
            and has_table_privilege(c.oid, 'truncate')`,
    sentence: 'may truncate',
  },
  {
    sql: `select c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind in ('r', 'p')
            and c.relname <> all($1) and not c.relispartition
            and not (c.relrowsecurity and c.relforcerowsecurity)
            and (has_any_column_privilege(c.oid, 'select, insert, update')
              or has_table_privilege(c.oid, 'delete'))`,
    sentence: 'reaches a table without forced row-level security:',
  },
  {
    sql: `select c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and (c.relispartition or c.relkind = 'm' or (c.relkind = 'v'
              and not coalesce(c.reloptions::text ilike '%security_invoker=%true%', false)))
            and c.relkind in ('r', 'p', 'v', 'm')
            and (has_any_column_privilege(c.oid, 'select, insert, update')
              or has_table_privilege(c.oid, 'delete'))`,
    sentence: 'reaches past the policies through',
  },
  {
    sql: `select session_user as what where session_user <> current_user`,
    sentence: 'logged in as another role:',
  },
];

/**
 * The directory tables: what must be readable before the tenant is known. They hold ids, hashes and
 * the login itself, and have no row-level security. A new name here is a security change.
 */
export const directoryTables = [
  'login',
  'session',
  'api_key_route',
  'webhook_route',
  'poi_route',
  'invitation_route',
  'reset_route',
] as const;

/** Refuses to go on with a database role that could see past the tenants. Throws, naming what it found. */
export async function assertHarmless(pool: Pool): Promise<void> {
  const who = await pool.query<{ role: string }>('select current_user as role');
  for (const { sql, sentence } of faults) {
    const parameters = sql.includes('$1') ? [directoryTables] : [];
    const { rows } = await pool.query<{ what: string }>(sql, parameters);
    if (rows[0]) {
      throw new Error(
        `Refusing to start: database role ${who.rows[0]?.role} ${sentence} ${rows[0].what}.`,
      );
    }
  }
}
