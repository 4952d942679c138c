import { createHash, randomBytes } from 'node:crypto';
import { migrate, type RoomTables, withNeeds } from '@toonbank/platform/db';
import { Client } from 'pg';
import { required, testConfig, testPasswords } from './test-config';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * A fresh database with the tables of these rooms (and of what they need), copied from a template
 * that is made once per set of migrations. Each test process takes its own.
 */
export async function testDatabase(rooms: readonly RoomTables[]): Promise<TestDatabase> {
  const template = templateName(rooms);
  const name = `tb_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(async (admin) => {
    // One maker of a template at a time; the lock ends with the connection.
    await admin.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [
      template,
    ]);
    if (!rowCount) await makeTemplate(admin, template, rooms);
    await admin.query(`create database ${name} template ${template}`);
  });
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

/** A database without tables, for processes that migrate it themselves, and the variables they need. */
export async function emptyDatabase(): Promise<
  TestDatabase & { variables: Record<string, string> }
> {
  const name = `tb_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(async (admin) => {
    await admin.query(`create database ${name}`);
  });
  const url = urlOf(name);
  const { app, ingest, door, sweeper } = testConfig(url).databaseUrls;
  const variables = {
    DATABASE_URL: url,
    DATABASE_URL_APP: app,
    DATABASE_URL_INGEST: ingest,
    DATABASE_URL_DOOR: door,
    DATABASE_URL_SWEEPER: sweeper,
    REDIS_URL: required('TEST_REDIS_URL'),
  };
  return { url, variables, drop: () => dropDatabase(name) };
}

function dropDatabase(name: string): Promise<void> {
  return asAdmin(async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
  });
}

async function makeTemplate(
  admin: Client,
  template: string,
  rooms: readonly RoomTables[],
): Promise<void> {
  const building = `${template}_building`;
  await admin.query(`drop database if exists ${building} with (force)`);
  await admin.query(`create database ${building}`);
  await migrate(urlOf(building), rooms, testPasswords);
  await admin.query(`alter database ${building} rename to ${template}`);
}

/** Changes with every migration's name and text, so an edited migration makes a new template. */
function templateName(rooms: readonly RoomTables[]): string {
  const hash = createHash('sha256');
  for (const room of withNeeds(rooms)) {
    for (const migration of room.migrations) hash.update(String(migration));
  }
  hash.update(String(migrate));
  return `tb_template_${hash.digest('hex').slice(0, 16)}`;
}

async function asAdmin(work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: required('TEST_DATABASE_URL') });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(required('TEST_DATABASE_URL'));
  url.pathname = `/${database}`;
  return url.toString();
}
