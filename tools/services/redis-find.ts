import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchDebianRedis, howToGetRedis, isDebian, libraryFolders } from './redis-debian.ts';
import { Trouble } from './trouble.ts';

/** A Redis program and what it needs in its environment. */
export interface RedisProgram {
  readonly command: string;
  readonly libraries?: string;
}

export interface RedisSources {
  /** Path of redis-server or valkey-server in PATH. */
  readonly inPath?: string;
  /** Fetched by an earlier start. */
  readonly fetched?: RedisProgram;
  readonly debian: boolean;
}

/** Where Redis comes from, cheapest first. */
export function decideRedis(sources: RedisSources): 'path' | 'fetched' | 'fetch' | 'none' {
  if (sources.inPath) return 'path';
  if (sources.fetched) return 'fetched';
  return sources.debian ? 'fetch' : 'none';
}

/** Finds a Redis on this machine, or brings one into `folder` without needing any right to install. */
export function findRedis(folder: string, say: (sentence: string) => void): RedisProgram {
  const sources = {
    inPath: inPath('redis-server') ?? inPath('valkey-server'),
    fetched: fetchedInto(folder),
    debian: isDebian(),
  };
  const decision = decideRedis(sources);
  if (decision === 'path') return { command: sources.inPath! };
  if (decision === 'fetched') return sources.fetched!;
  if (decision === 'none') throw new Trouble(`No Redis was found: ${howToGetRedis}.`);
  say('fetching Redis (Debian package, into .toonbank)');
  fetchDebianRedis(folder);
  const fetched = fetchedInto(folder);
  if (!fetched) throw new Trouble(`Redis could not be fetched: ${howToGetRedis}.`);
  return fetched;
}

function inPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only a program that runs counts: a fetch may have been cut off half-way. */
function fetchedInto(folder: string): RedisProgram | undefined {
  const command = join(folder, 'usr', 'bin', 'redis-server');
  if (!existsSync(command)) return undefined;
  const libraries = libraryFolders(folder);
  const run = spawnSync(command, ['--version'], {
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
  });
  return run.status === 0 ? { command, libraries } : undefined;
}
