import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { Redis, type RedisOptions } from 'ioredis';

/**
 * Makes every Redis connection. Redis is disposable: no connection may take the process down or keep
 * a caller waiting, so each has an `error` listener and the shared one queues nothing while it is down.
 */
@Injectable()
export class RedisConnections implements OnApplicationShutdown {
  readonly shared: Redis;
  private readonly made: Redis[] = [];
  private closed = false;

  constructor(private readonly config: Config) {
    this.shared = this.make({ maxRetriesPerRequest: 1, enableOfflineQueue: false });
  }

  make(options: RedisOptions): Redis {
    const redis = new Redis(this.config.redisUrl, {
      retryStrategy: (times) => Math.min(times * 100, 1_000),
      ...options,
    });
    redis.on('error', () => undefined);
    // Bull connects its blocking connection once more while it closes; that must not keep us alive.
    redis.on('connect', () => this.closed && redis.disconnect());
    this.made.push(redis);
    return redis;
  }

  /** For Bull: producers share one connection; a worker's blocking ones are its own. */
  forBull(type: 'client' | 'subscriber' | 'bclient'): Redis {
    if (type === 'client') return this.shared;
    return this.make({ maxRetriesPerRequest: null, enableReadyCheck: false });
  }

  /** In braces, so that all keys of a queue live in one slot of a cluster. */
  prefix(queue: string): string {
    return `{${this.config.redisPrefix}tb-${queue}}`;
  }

  lockMs(): number {
    return this.config.leaseMs;
  }

  /** After the queues have closed (`onModuleDestroy`): until then jobs are being ended. */
  onApplicationShutdown(): void {
    this.closed = true;
    for (const redis of this.made) redis.disconnect();
  }
}
