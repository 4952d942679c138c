import { join } from 'node:path';
import { Redis } from 'ioredis';
import { startRedis } from '../services/redis.ts';
import { Trouble } from '../services/trouble.ts';
import type { House } from './house.ts';
import type { Progress } from './progress.ts';

const usualPort = 6380;

/** The Redis of `REDIS_URL`, else one that Toonbank starts. Returns its address. */
export async function openQueue(house: House, progress: Progress): Promise<string> {
  const given = process.env['REDIS_URL'];
  if (given) {
    await checkGiven(given);
    progress.say('Redis: the one of REDIS_URL');
    return given;
  }
  const { url } = await startRedis({
    data: join(house.folder, 'redis-data'),
    programs: join(house.folder, 'redis'),
    log: house.log('redis'),
    port: usualPort,
    say: (sentence) => progress.say(sentence),
    onChild: (child) => house.adopt(child),
  });
  progress.say(`Redis on port ${new URL(url).port}`);
  return url;
}

async function checkGiven(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason = '';
  client.on('error', (error: Error) => (reason = error.message));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw new Trouble(
      `REDIS_URL cannot be used (${reason || (error as Error).message}): start that server, correct the address or the password, or unset REDIS_URL to use one that Toonbank starts.`,
    );
  } finally {
    client.disconnect();
  }
}
