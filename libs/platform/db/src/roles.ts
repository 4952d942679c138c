import type { Client } from 'pg';

/** Logins with one power each. The owner of the tables (the migrator) is none of them. */
export const roles = ['tb_app', 'tb_ingest', 'tb_door', 'tb_sweeper'] as const;
export type Role = (typeof roles)[number];

/** Two databases of one cluster starting at once: both make the role, one is told that it exists. */
const racing = new Set(['23505', '42710', 'XX000']);

/**
 * Makes the roles that are missing and lets them into this database. Roles belong to the whole
 * cluster, so an existing one is left as it is: another system may be using it. Safe to repeat and
 * to run at the same time in several databases.
 */
export async function ensureRoles(
  client: Client,
  passwords: Readonly<Record<Role, string>>,
): Promise<void> {
  const existing = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [roles],
  );
  const known = new Set(existing.rows.map((row) => row.rolname));
  for (const role of roles.filter((r) => !known.has(r)))
    await create(client, role, passwords[role]);
  const database = client.escapeIdentifier(client.database ?? '');
  await retrying(() => client.query(`revoke all on schema public from public`));
  await retrying(() => client.query(`grant usage on schema public to ${roles.join(', ')}`));
  await retrying(() =>
    client.query(`grant connect on database ${database} to ${roles.join(', ')}`),
  );
}

async function create(client: Client, role: Role, password: string): Promise<void> {
  try {
    await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`);
  } catch (error) {
    if (!racing.has((error as { code?: string }).code ?? '')) throw error;
  }
}

/** Concurrent GRANTs on the same catalogue row fail with XX000 "tuple concurrently updated". */
async function retrying(statement: () => Promise<unknown>, left = 5): Promise<void> {
  try {
    await statement();
  } catch (error) {
    if (left === 0 || (error as { code?: string }).code !== 'XX000') throw error;
    await retrying(statement, left - 1);
  }
}
