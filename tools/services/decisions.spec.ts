import { describe, expect, it } from 'vitest';
import { pidState } from './pid.ts';
import { decidePlace } from './place.ts';
import { dataState, initTrouble, startTrouble, unusable } from './postgres-data.ts';
import { librariesNotFound, packageOf } from './redis-debian.ts';
import { decideRedis } from './redis-find.ts';
import { explain } from './trouble.ts';

describe('where PostgreSQL lives', () => {
  it.each([
    ['an ordinary user stays in the project', [false, false, false], ['here', 'here']],
    ['root in an open folder stays in the project', [true, true, true], ['here', 'here']],
    ['root in a closed folder moves both away', [true, false, false], ['away', 'away']],
    ['root with linked programs moves only the programs', [true, false, true], ['away', 'here']],
  ] as const)('%s', (_, [isRoot, native, data], [toNative, toData]) => {
    expect(decidePlace({ isRoot, native, data })).toEqual({ native: toNative, data: toData });
  });
});

describe('a data folder', () => {
  const whole = ['PG_VERSION', 'base', 'global', 'pg_wal', 'pg_xact', 'postgresql.conf'];

  it.each([
    ['that is not there is absent', undefined, undefined, 'absent'],
    ['that is empty is absent', [], undefined, 'absent'],
    ['with everything in it is whole', whole, '18', 'whole'],
    ['without its version file is broken', ['base'], undefined, 'broken'],
    ['with a folder missing is broken', whole.slice(2), '18', 'broken'],
    ['of another version says which', whole, '16', { otherVersion: '16' }],
  ] as const)('%s', (_, files, version, state) => {
    expect(dataState(files, version, '18')).toEqual(state);
  });

  it('that is broken or of another version is explained, with the way out', () => {
    expect(unusable('broken', '/d', '/d')?.message).toMatch(/is broken: remove it with rm -rf \/d/);
    expect(unusable({ otherVersion: '16' }, '/d', '/d')?.message).toMatch(
      /PostgreSQL 16.*DATABASE_URL/,
    );
    expect(unusable('whole', '/d', '/d')).toBeUndefined();
  });

  it('on which PostgreSQL gives up is explained with its own last reason', () => {
    const log =
      'LOG:  starting\n2026-11-24 UTC [7] PANIC:  could not locate a valid checkpoint record\nLOG:  bye';
    expect(startTrouble(log, '/d').message).toContain(
      '(PostgreSQL says: could not locate a valid checkpoint record)',
    );
  });
});

it('passes on what initdb said, with another way', () => {
  const said = 'initdb: could not look up effective user ID 7: user does not exist\n';
  expect(initTrouble(said, '/d').message).toMatch(/effective user ID 7.*or set DATABASE_URL/);
});

describe('a pid file', () => {
  const command = (pid: number) => (pid === 7 ? '/x/bin/postgres -D /d' : pid === 8 ? 'vim' : '');

  it.each([
    ['that is missing means nothing runs', undefined, 'none'],
    ['of a live PostgreSQL means it runs', 7, 'running'],
    ['whose number now belongs to another program is stale', 8, 'stale'],
    ['whose number is free is stale', 9, 'stale'],
  ] as const)('%s', (_, pid, state) => {
    expect(pidState(pid, 'postgres', command)).toBe(state);
  });
});

describe('Redis', () => {
  it.each([
    ['is taken from PATH first', { inPath: '/r', debian: true }, 'path'],
    ['is taken from an earlier fetch', { fetched: { command: '/f' }, debian: true }, 'fetched'],
    ['is fetched on Debian', { debian: true }, 'fetch'],
    ['is asked for elsewhere', { debian: false }, 'none'],
  ] as const)('%s', (_, sources, decision) => {
    expect(decideRedis(sources)).toBe(decision);
  });

  it('finds the packages of libraries that the linker misses', () => {
    const ldd =
      '\tlibfoo.so.3 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibbar_x2.so.1 => not found\n';
    expect(librariesNotFound(ldd).map(packageOf)).toEqual(['libfoo3', 'libbar-x2-1']);
  });
});

describe('a trouble every machine knows', () => {
  it.each([
    ['no disk', 'ENOSPC: no space left on device, write', /disk that holds \/d is full: free/],
    ['no disk, said by PostgreSQL', 'could not write: No space left on device', /is full/],
    [
      'no right to write',
      "EACCES: permission denied, mkdir '/d'",
      /No right to write to \/d: give/,
    ],
    ['a read-only disk', 'EROFS: read-only file system', /read-only disk: clone/],
    [
      'a port taken at the last moment',
      'bind: Address already in use',
      /port was taken.*try again/,
    ],
  ])('%s gets one sentence with the way out', (_, text, sentence) => {
    expect(explain(text, '/d')?.message).toMatch(sentence);
  });

  it('is not read into any other error', () => {
    expect(explain('TypeError: x is not a function', '/d')).toBeUndefined();
  });
});
