import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** PostgreSQL refuses to run as root; this is `nobody` on every system, so no user has to be made. */
export const nobody = 65_534;

/** Where PostgreSQL's programs (`bin`, `lib`, `share`) and its data are, and as whom it runs. */
export interface Place {
  readonly native: string;
  readonly data: string;
  /** Absent: as ourselves. */
  readonly uid?: number;
  /** The folder used instead, when the project's own could not be entered. */
  readonly movedTo?: string;
}

interface Reach {
  readonly isRoot: boolean;
  /** What the database user can get at in the project's own folder. */
  readonly native: boolean;
  readonly data: boolean;
}

/** Root's folders are often closed to others: what `nobody` can't reach has to live elsewhere. */
export function decidePlace(reach: Reach): { native: 'here' | 'away'; data: 'here' | 'away' } {
  const where = (reached: boolean) => (!reach.isRoot || reached ? 'here' : 'away');
  return { native: where(reach.native), data: where(reach.data) };
}

/**
 * Finds a place where PostgreSQL can run: in the project, or under /var/lib/toonbank when the project
 * lies in a folder that the database user can't enter; `data` then becomes a link to there.
 */
export function findPlace(native: string, data: string, awayRoot = '/var/lib/toonbank'): Place {
  const parent = dirname(resolve(data));
  mkdirSync(parent, { recursive: true });
  if (process.getuid?.() !== 0) return { native, data };
  const decision = decidePlace({
    isRoot: true,
    native: canEnter(join(native, 'bin', 'postgres')),
    data: canEnter(parent),
  });
  const away = join(awayRoot, hash(resolve(data)));
  const moved = decision.native === 'away' || decision.data === 'away';
  return {
    native: decision.native === 'away' ? copyOf(native, away) : native,
    data: decision.data === 'away' ? linkedFrom(data, away) : data,
    uid: nobody,
    ...(moved ? { movedTo: away } : {}),
  };
}

/** Asks the system itself, as the database user: modes, owners and access lists are its business. */
function canEnter(path: string): boolean {
  return spawnSync('test', ['-x', path], { uid: nobody, gid: nobody, cwd: '/' }).status === 0;
}

function copyOf(native: string, away: string): string {
  const copy = join(away, `native-${versionOf(native)}`);
  if (existsSync(copy)) return copy;
  const making = `${copy}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(away, { recursive: true, mode: 0o755 });
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  renameSync(making, copy);
  return copy;
}

function linkedFrom(data: string, away: string): string {
  const real = join(away, 'data');
  mkdirSync(away, { recursive: true, mode: 0o755 });
  if (lstatSync(data, { throwIfNoEntry: false })?.isSymbolicLink()) return real;
  // Data of an earlier clone at this path, whose passwords went with it: out of the way, not away.
  if (existsSync(real)) renameSync(real, `${real}-of-earlier-clone-${Date.now()}`);
  rmSync(data, { recursive: true, force: true });
  symlinkSync(real, data);
  return real;
}

function versionOf(native: string): string {
  const manifest = readFileSync(join(dirname(native), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function hash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
