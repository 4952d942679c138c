import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Child } from '../services/child.ts';
import { startPostgres } from '../services/postgres.ts';
import { startRedis } from '../services/redis.ts';
import { endLeftovers, liveOwner, RunFile } from '../services/run-file.ts';
import { Trouble } from '../services/trouble.ts';
import type { Hello } from './lease.ts';

/**
 * Keeps one PostgreSQL and one Redis for every test run of this checkout, in a folder of its own.
 * Each run holds a connection; when the last one is gone, however it ended, both services stop.
 */
const [base = '', programs = ''] = process.argv.slice(2);
const linger = 10_000;
const children: Child[] = [];
const folder = join(base, `run-${process.pid}`);

async function main(): Promise<void> {
  await sweep();
  mkdirSync(folder, { recursive: true });
  const run = new RunFile(join(folder, 'run.json'));
  const hello = await start(run);
  const server = await listen(hello, () => void stop(server));
  process.on('SIGTERM', () => void stop(server));
  process.on('SIGHUP', () => undefined);
  const { port } = server.address() as { port: number };
  writeFileSync(join(base, 'keeper.json'), JSON.stringify({ port }));
  process.stdout.write(JSON.stringify({ port }) + '\n');
}

async function start(run: RunFile): Promise<Hello> {
  const at = (name: string) => join(folder, name);
  const onChild = (child: Child) => {
    children.push(child);
    run.add(child);
  };
  const common = { port: 0, fast: true, onChild };
  const password = randomBytes(12).toString('hex');
  const postgres = await startPostgres({ ...common, data: at('pg'), log: at('pg.log'), password });
  const redis = await startRedis({ ...common, data: at('redis'), log: at('redis.log'), programs });
  return { databaseUrl: postgres.url, redisUrl: redis.url };
}

/** Services of a keeper that was killed. One keeper at a time: the lease takes care of that. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith('run-'))) {
    const file = join(base, name, 'run.json');
    if (liveOwner(file)) continue;
    await endLeftovers(file);
    rmSync(join(base, name), { recursive: true, force: true });
  }
}

function listen(hello: Hello, onIdle: () => void): Promise<Server> {
  const held = new Set<Socket>();
  let idle: NodeJS.Timeout | undefined = setTimeout(onIdle, linger);
  const giveBack = (socket: Socket, wait: number) => {
    if (held.delete(socket) && held.size === 0) idle = setTimeout(onIdle, wait);
  };
  // Half open: who asks us to go at once hears from us when we have gone.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    clearTimeout(idle);
    held.add(socket);
    socket.write(JSON.stringify(hello) + '\n');
    socket.on('error', () => undefined);
    socket.on('data', () => {
      giveBack(socket, 0);
      if (held.size > 0) socket.end();
    });
    socket.once('end', () => {
      if (held.has(socket)) socket.end();
    });
    socket.once('close', () => giveBack(socket, linger));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function stop(server?: Server): Promise<void> {
  rmSync(join(base, 'keeper.json'), { force: true });
  server?.close();
  for (const child of children.toReversed()) await child.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

main().catch(async (error: unknown) => {
  const said = error instanceof Trouble ? error.message : String((error as Error).stack ?? error);
  process.stdout.write(JSON.stringify({ trouble: said }) + '\n');
  await stop();
});
