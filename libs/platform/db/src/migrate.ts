import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ensureRoles, type Role } from './roles';
import { type RoomTables, withNeeds } from './room';

/**
 * Brings a database up to date: roles, then every migration that has not run, each in a transaction
 * of its own. Several processes may start it at once; one does the work and the others wait.
 */
export async function migrate(
  url: string,
  rooms: readonly RoomTables[],
  passwords: Readonly<Record<Role, string>>,
): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Session lock: one migrator per database. It ends with the connection, also after a crash.
    await client.query(`select pg_advisory_lock(hashtext('toonbank:migrate'))`);
    await ensureRoles(client, passwords);
    return await runMigrations(url, rooms);
  } finally {
    await client.end();
  }
}

async function runMigrations(url: string, rooms: readonly RoomTables[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: withNeeds(rooms).flatMap((room) => [...room.migrations]),
    migrationsTableName: 'migration',
    poolSize: 2,
  });
  await source.initialize();
  try {
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
