import { randomBytes } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../services/postgres.ts';
import { Trouble } from '../services/trouble.ts';
import type { House } from './house.ts';
import type { Progress } from './progress.ts';

const usualPort = 5433;

interface Passwords {
  readonly superuser: string;
  readonly owner: string;
}

export interface Database {
  /** The owner of the tables: what `DATABASE_URL` means everywhere. */
  readonly url: string;
  readonly isEmpty: boolean;
  /** The one that Toonbank brings, as against one of DATABASE_URL. */
  readonly isOwn: boolean;
}

/** The database of `DATABASE_URL`, else the one that Toonbank brings and keeps in its folder. */
export async function openDatabase(house: House, progress: Progress): Promise<Database> {
  const given = process.env['DATABASE_URL'];
  const url = given ?? (await ownDatabase(house, progress));
  if (given) {
    await checkGiven(given);
    progress.say('PostgreSQL: the one of DATABASE_URL');
  }
  return { url, isEmpty: await hasNoAgency(url), isOwn: !given };
}

async function ownDatabase(house: House, progress: Progress): Promise<string> {
  const passwords = readPasswords(join(house.folder, 'postgres.json'));
  const { url, movedTo } = await startPostgres({
    data: join(house.folder, 'postgres'),
    log: house.log('postgres'),
    port: usualPort,
    password: passwords.superuser,
    onChild: (child) => house.adopt(child),
  });
  if (movedTo) {
    progress.say(`PostgreSQL lives in ${movedTo}: its user may not enter this folder`);
  }
  const unfinished = existsSync(seedingMark(house.folder));
  await asClient(url, (client) => prepare(client, passwords.owner, unfinished));
  if (unfinished) forgetDemo(house.folder);
  const own = new URL(url);
  own.username = 'toonbank';
  own.password = passwords.owner;
  own.pathname = '/toonbank';
  progress.say(`PostgreSQL on port ${own.port}`);
  return own.toString();
}

/** There while demo data is being written: what a cut-off start left is no demo and is made again. */
export function seedingMark(folder: string): string {
  return join(folder, 'seeding');
}

/** The emulated bank knows the shops of the half demo; it is not running yet. */
function forgetDemo(folder: string): void {
  for (const file of globSync('bank.sqlite*', { cwd: folder })) rmSync(join(folder, file));
  rmSync(seedingMark(folder));
}

/** The owner may make roles and databases, and is no superuser: as at any hosting company. */
async function prepare(admin: Client, password: string, unfinished: boolean): Promise<void> {
  if (unfinished) await admin.query('drop database if exists toonbank with (force)');
  const { rows } = await admin.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = 'toonbank') as role,
            exists (select from pg_database where datname = 'toonbank') as database`,
  );
  if (!rows[0]?.role) {
    const secret = admin.escapeLiteral(password);
    await admin.query(`create role toonbank login createrole createdb password ${secret}`);
  }
  if (!rows[0]?.database) await admin.query('create database toonbank owner toonbank');
}

function readPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { superuser: password(), owner: password() };
  writeFileSync(file, JSON.stringify(passwords, null, 2) + '\n', { mode: 0o600 });
  return passwords;
}

async function checkGiven(url: string): Promise<void> {
  const version = await asClient(url, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    return rows[0]?.version ?? 0;
  }).catch((error: Error & { code?: string }) => {
    throw new Trouble(
      `DATABASE_URL cannot be used (${error.message || error.code}): start that server, correct the address or the password, or unset DATABASE_URL to use the one that Toonbank brings.`,
    );
  });
  if (version >= 150_000) return;
  throw new Trouble('DATABASE_URL is a PostgreSQL older than 15: use a newer one, or unset it.');
}

/** Asked before anything is migrated: a database without our tables is empty too. */
async function hasNoAgency(url: string): Promise<boolean> {
  return asClient(url, async (client) => {
    const table = await client.query<{ there: boolean }>(
      `select to_regclass('public.agency') is not null as there`,
    );
    if (!table.rows[0]?.there) return true;
    return (await client.query('select from agency limit 1')).rowCount === 0;
  });
}

async function asClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
