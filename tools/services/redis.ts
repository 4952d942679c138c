import { mkdirSync, renameSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './child.ts';
import { freePort } from './ports.ts';
import { findRedis, type RedisProgram } from './redis-find.ts';
import { explain, explained, Trouble } from './trouble.ts';

export interface RedisOptions {
  readonly data: string;
  /** Where a fetched Redis is kept. */
  readonly programs: string;
  readonly log: string;
  readonly port: number;
  /** Ports promised to others. */
  readonly taken?: ReadonlySet<number>;
  /** For throw-away data: nothing is written to disk. */
  readonly fast?: boolean;
  readonly say?: (sentence: string) => void;
  /** Told of the process as soon as there is one, so that it can be stopped before it is ready. */
  readonly onChild?: (child: Child) => void;
}

export interface Redis {
  readonly child: Child;
  readonly url: string;
}

/** Starts a Redis on this machine; it answers when this returns. */
export async function startRedis(options: RedisOptions): Promise<Redis> {
  const say = options.say ?? (() => undefined);
  try {
    mkdirSync(options.data, { recursive: true });
    const program = findRedis(options.programs, say);
    const first = await serve(program, options);
    if (typeof first !== 'string') return first;
    if (!/append only|aof|RDB/i.test(first)) throw startTrouble(first, options.data);
    // Queues may be lost at any moment (the rows are the truth), so a broken one is put aside.
    renameSync(options.data, `${options.data}.broken-${Date.now()}`);
    mkdirSync(options.data, { recursive: true });
    say('Redis could not read its data and starts empty (the rows are the truth, nothing is lost)');
    const second = await serve(program, options);
    if (typeof second === 'string') throw startTrouble(second, options.data);
    return second;
  } catch (error) {
    throw explained(error, dirname(options.data));
  }
}

/** Its last words when it did not come up. */
async function serve(program: RedisProgram, options: RedisOptions): Promise<Redis | string> {
  const port = await freePort(options.port, options.taken);
  const child = new Child({
    name: 'Redis',
    command: program.command,
    args: [...settings(port, options.data), ...(options.fast ? [] : ['--appendonly', 'yes'])],
    log: options.log,
    env: program.libraries
      ? { ...process.env, LD_LIBRARY_PATH: program.libraries }
      : { ...process.env },
  });
  options.onChild?.(child);
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (child.hasEnded) return child.lastWords || child.ending;
    if (await pings('127.0.0.1', port)) return { child, url: `redis://127.0.0.1:${port}` };
    await sleep(50);
  }
  await child.stop();
  return child.lastWords;
}

function settings(port: number, data: string): string[] {
  const address = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', data];
  // A queue that forgets jobs when memory is short would be worse than one that refuses them.
  return [
    ...address,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
    '--enable-debug-command',
    'local',
  ];
}

/** Whether a Redis answers there; also `-LOADING` and `-NOAUTH` are answers of a Redis, but not a yes. */
export function pings(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (bytes) => done(bytes.toString().startsWith('+PONG')));
  });
}

function startTrouble(log: string, data: string): Trouble {
  return explain(log, data) ?? new Trouble(`Redis did not start. It said:\n${log}`);
}
