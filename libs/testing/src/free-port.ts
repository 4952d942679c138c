import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to whoever asks for any (from 32768 on Linux, 49152 elsewhere):
 * a port of those may be a stranger's before the one it was looked up for opens it. Above 10080, the
 * last of the ports that fetch refuses (https://fetch.spec.whatwg.org/#port-blocking).
 */
const [first, last] = [10_081, 32_767];
const given = new Set<number>();

/** A port that nobody listens on at this moment; no two calls of a process get the same. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(first, last + 1);
    if (!given.has(port) && (await isFree(port))) {
      given.add(port);
      return port;
    }
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
