import { isIPv4 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Problem } from '@toonbank/platform/http';
import { RedisConnections } from '@toonbank/platform/queue';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import { hashOf } from './secret-text';

/**
 * Tries in so many seconds. An office behind one address signs in together; a guesser needs
 * thousands.
 */
const limits = {
  account: { points: 20, duration: 15 * 60 },
  network: { points: 100, duration: 5 * 60 },
  everybody: { points: 300, duration: 60 },
} as const;

/** How long Redis may take before memory counts instead. */
const patienceMs = 250;

/**
 * Slows guessing down, per account, per network and over all. Counted in Redis over all processes;
 * without Redis each process counts by itself, so losing Redis doesn't open the door.
 */
@Injectable()
export class SignInThrottle {
  private readonly account: RateLimiterRedis;
  private readonly network: RateLimiterRedis;
  private readonly everybody: RateLimiterRedis;

  constructor(redis: RedisConnections) {
    const storeClient = redis.make({
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: patienceMs,
    });
    const limiter = (name: keyof typeof limits) =>
      new RateLimiterRedis({
        ...limits[name],
        storeClient,
        keyPrefix: redis.prefix(`sign-in-${name}`),
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(limits[name]),
      });
    this.account = limiter('account');
    this.network = limiter('network');
    this.everybody = limiter('everybody');
  }

  /** Counts a try. Throws a 429 problem once there were too many. */
  count(email: string, address: string): Promise<void> {
    return this.tried(address, accountKey(email));
  }

  /** Counts a try of a link: no account is known yet. Throws a 429 problem once there were too many. */
  countLink(address: string): Promise<void> {
    return this.tried(address);
  }

  private async tried(address: string, account?: string): Promise<void> {
    try {
      // The narrow ones first: who is over them doesn't use up what is everybody's.
      if (account !== undefined) await this.account.consume(account);
      await this.network.consume(networkOf(address));
      await this.everybody.consume('all');
    } catch (refusal) {
      throw refusal instanceof Error ? refusal : tooMany(refusal as RateLimiterRes);
    }
  }

  /** After a right password. */
  async forget(email: string): Promise<void> {
    await this.account.delete(accountKey(email));
  }
}

/** E-mail addresses don't belong in Redis. */
function accountKey(email: string): string {
  return hashOf(email).toString('base64url');
}

/** An IPv4 address, or the /64 of an IPv6 address: one line at home has that many addresses. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(mapped)) return mapped;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...new Array<string>(Math.max(0, gap)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new Problem(
    429,
    'too-many-tries',
    'Too many tries.',
    `Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
    { headers: { 'retry-after': String(seconds) } },
  );
}
