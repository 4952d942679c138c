import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, Trouble } from './trouble.ts';

/** What a data folder holds, as far as can be told without starting on it. */
export type DataState = 'absent' | 'whole' | 'broken' | { readonly otherVersion: string };

/** `files` of the folder, `undefined` when there is no folder. */
export function dataState(
  files: readonly string[] | undefined,
  version: string | undefined,
  ours: string,
): DataState {
  if (!files || files.length === 0) return 'absent';
  if (!version) return 'broken';
  if (version !== ours) return { otherVersion: version };
  const needed = ['base', 'global', 'pg_wal', 'pg_xact', 'postgresql.conf'];
  return needed.every((name) => files.includes(name)) ? 'whole' : 'broken';
}

export function lookAt(data: string, ours: string): DataState {
  const versionFile = join(data, 'PG_VERSION');
  const files = existsSync(data) ? readdirSync(data) : undefined;
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined;
  const state = dataState(files, version, ours);
  return state === 'whole' && !existsSync(join(data, 'global', 'pg_control')) ? 'broken' : state;
}

/** A folder that is there but cannot be used; never removed by us, somebody may want the data. */
export function unusable(state: DataState, data: string, shown: string): Trouble | undefined {
  if (state === 'broken') return brokenData(shown);
  if (typeof state === 'object') {
    return new Trouble(
      `The database in ${shown} was made by PostgreSQL ${state.otherVersion}, which this version of Toonbank does not bring: remove it (rm -rf ${data}, its data is lost) or set DATABASE_URL to a server of that version.`,
    );
  }
  return undefined;
}

/** Turns what initdb wrote while it failed into one sentence. */
export function initTrouble(stderr: string, data: string): Trouble {
  const last = stderr
    .trim()
    .split('\n')
    .findLast((line) => /^initdb: (error: )?/.test(line));
  return (
    explain(stderr, data) ??
    new Trouble(
      `PostgreSQL could not make a database in ${data} (it says: ${last ?? stderr.trim()}): put that right, or set DATABASE_URL to a server of yours.`,
    )
  );
}

/** Turns what PostgreSQL wrote while it failed to start into one sentence. */
export function startTrouble(log: string, data: string): Trouble {
  const known = explain(log, data);
  if (known) return known;
  const last = log.split('\n').findLast((line) => /\b(FATAL|PANIC):/.test(line));
  return brokenData(data, last?.replace(/^.*?(FATAL|PANIC):\s*/, ''));
}

function brokenData(data: string, said?: string): Trouble {
  const why = said ? ` (PostgreSQL says: ${said})` : '';
  return new Trouble(
    `The database in ${data} is broken${why}: remove it with rm -rf ${data} and start again (its data is lost), or put a backup in its place.`,
  );
}
