import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, readPid } from '../services/pid.ts';
import { Trouble } from '../services/trouble.ts';

export interface Hello {
  /** A superuser, database `postgres`. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

export interface Lease extends Hello {
  /** `now`: the services stop at once when nobody else has them; resolves when they are gone. */
  release(options?: { readonly now: boolean }): Promise<void>;
}

/**
 * Borrows the test services of this checkout and starts them when nobody has yet. They live as long
 * as somebody borrows them; a borrower that crashes has given them back.
 */
export async function borrowServices(root: string): Promise<Lease> {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const base = join(tmpdir(), `toonbank-test-${name}`);
  mkdirSync(base, { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const running = await knock(base);
    if (running) return running;
    await oneAtATime(join(base, 'starting'), async () => {
      const meanwhile = await knock(base);
      if (meanwhile) await meanwhile.release();
      else await startKeeper(base, join(root, '.toonbank', 'redis'));
    });
  }
  throw new Trouble(
    `The test services in ${base} start and vanish: remove that folder and try again.`,
  );
}

/** Asks a running keeper; `undefined` when there is none, or it is just leaving. */
async function knock(base: string): Promise<Lease | undefined> {
  const port = portOf(join(base, 'keeper.json'));
  if (port === undefined) return undefined;
  const socket = connect({ host: '127.0.0.1', port });
  const hello = await firstLine(socket);
  if (!hello) return undefined;
  // Holding it is the point, but it must not keep a finished run alive.
  socket.unref();
  const release = (options?: { now: boolean }) => giveBack(socket, !!options?.now);
  return { ...(JSON.parse(hello) as Hello), release };
}

/** The keeper hangs up when it has stopped, or at once when others still borrow. */
function giveBack(socket: Socket, now: boolean): Promise<void> {
  if (!now) return Promise.resolve(void socket.destroy());
  socket.ref();
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.end('now\n');
  });
}

function portOf(file: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { port: number }).port;
  } catch {
    return undefined;
  }
}

function firstLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => resolve(undefined));
  });
}

async function startKeeper(base: string, programs: string): Promise<void> {
  const log = join(base, 'keeper.log');
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.ts'), base, programs], {
    detached: true,
    // Not our own stderr: whoever reads it would wait for the keeper to end.
    stdio: ['ignore', 'pipe', openSync(log, 'w')],
  });
  const stdout = keeper.stdout!;
  for await (const line of createInterface(stdout)) {
    const { trouble } = JSON.parse(line) as { trouble?: string };
    stdout.destroy();
    keeper.unref();
    if (trouble) throw new Trouble(trouble);
    return;
  }
  throw new Trouble(`The test services did not start:\n${readFileSync(log, 'utf8')}`);
}

/** Several runs may begin together: one starts the services, the others wait for it. */
async function oneAtATime(lock: string, work: () => Promise<void>): Promise<void> {
  while (!taken(lock)) await sleep(50);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAbandoned(lock: string): boolean {
  const holder = readPid(lock);
  if (holder !== undefined) return commandOf(holder) === '';
  // Made, but its number not written: only for a moment, unless the disk is full.
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - made > 5_000;
}
