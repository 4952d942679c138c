import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Child } from './child.ts';
import { commandOf } from './pid.ts';
import { findPlace } from './place.ts';
import { freePort } from './ports.ts';
import { answers, nativeFolder, type Postgres, startPostgres } from './postgres.ts';
import { pings, startRedis } from './redis.ts';

const asRoot = process.getuid?.() === 0;
let folder: string;
let running: Postgres | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toonbank-spec-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  await running?.child.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(password = 'a:b/c@d'): Promise<Postgres> {
  const options = { data: join(folder, 'pg'), log: join(folder, 'pg.log'), port: 0, fast: true };
  const onChild = (child: Child) => (running = { child, url: '' });
  running = await startPostgres({ ...options, password, onChild });
  return running;
}

describe('PostgreSQL', () => {
  it('starts on an empty folder, stops without leaving a process, and starts again on its data', async () => {
    const first = await start();
    expect(await answers(first.url)).toBe(true);
    const pid = first.child.pid!;
    await first.child.stop();
    expect(commandOf(pid)).toBe('');
    expect(await answers(first.url)).toBe(false);
    expect(await answers((await start()).url)).toBe(true);
  });

  it('ends the server that a killed start left on the same data', async () => {
    const left = await start();
    const next = await start();
    expect(left.child.hasEnded).toBe(true);
    expect(await answers(next.url)).toBe(true);
  });

  it('starts although a pid file names a process that is now somebody else', async () => {
    const first = await start();
    await first.child.stop();
    const stale = [process.pid, join(folder, 'pg'), 0, 1, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(folder, 'pg', 'postmaster.pid'), stale.join('\n') + '\n');
    expect(await answers((await start()).url)).toBe(true);
  });

  it('names a broken data folder and how to get rid of it, and leaves it alone', async () => {
    const first = await start();
    await first.child.stop();
    rmSync(join(folder, 'pg', 'global'), { recursive: true });
    await expect(start()).rejects.toThrow(/is broken.*rm -rf/);
    expect(existsSync(join(folder, 'pg', 'base'))).toBe(true);
  });

  it('passes on why PostgreSQL itself gave up on its data', async () => {
    const first = await start();
    await first.child.stop();
    writeFileSync(join(folder, 'pg', 'global', 'pg_control'), 'not a control file');
    await expect(start()).rejects.toThrow(/is broken \(PostgreSQL says: .*\): remove it/);
  });

  it('says what to do when the password it was made with is gone', async () => {
    const first = await start();
    await first.child.stop();
    await expect(start('another')).rejects.toThrow(/refuses the password.*put the file/);
  });

  it.skipIf(!asRoot)(
    'lives elsewhere when the database user cannot enter the folder (needs root)',
    () => {
      chmodSync(folder, 0o700);
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      const away = mkdtempSync(join(tmpdir(), 'toonbank-away-'));
      const place = findPlace(nativeFolder(), join(closed, 'pg'), away);
      expect(place.movedTo?.startsWith(away)).toBe(true);
      expect(lstatSync(join(closed, 'pg')).isSymbolicLink()).toBe(true);
      rmSync(away, { recursive: true });
    },
  );
});

describe('Redis', () => {
  const options = () => ({
    data: join(folder, 'redis'),
    programs: join(import.meta.dirname, '../../.toonbank/redis'),
    log: join(folder, 'redis.log'),
    port: 0,
  });

  it('starts, answers, and stops without leaving a process', async () => {
    const redis = await startRedis(options());
    const { hostname, port } = new URL(redis.url);
    expect(await pings(hostname, Number(port))).toBe(true);
    await redis.child.stop();
    expect(await pings(hostname, Number(port))).toBe(false);
  });

  it('puts data it cannot read aside and says so', async () => {
    const first = await startRedis(options());
    await first.child.stop();
    writeFileSync(join(folder, 'redis', 'appendonlydir', 'appendonly.aof.manifest'), 'nonsense');
    const said: string[] = [];
    const second = await startRedis({ ...options(), say: (sentence) => said.push(sentence) });
    await second.child.stop();
    expect(said.join()).toMatch(/starts empty/);
  });
});

describe('a port', () => {
  it('that is taken gives way to the next free one', async () => {
    const server = createServer();
    const wanted = await freePort(0);
    await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
    const given = await freePort(wanted, new Set([wanted + 1]));
    server.close();
    expect(given).toBeGreaterThan(wanted + 1);
  });
});
