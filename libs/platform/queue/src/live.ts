import { Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Config } from '@toonbank/platform/config';
import type { Id } from '@toonbank/primitives';
import { RedisConnections } from './redis';

/**
 * Tells other processes that something of an agency changed, so that open streams look now instead
 * of at their next round. A lost word costs a second or two; it carries nothing but the agency's id.
 */
@Injectable()
export class Live {
  private readonly listeners = new Map<string, Set<() => void>>();
  private subscriber?: Redis;

  constructor(
    private readonly redis: RedisConnections,
    private readonly config: Config,
  ) {}

  /** Call it after COMMIT. Never fails, never waits. */
  say(agencyId: Id): void {
    if (this.redis.shared.status !== 'ready') return;
    this.redis.shared.publish(this.channel(), agencyId).catch(() => undefined);
  }

  /** Calls `heard` at each word about the agency, until the returned function is called. */
  listen(agencyId: Id, heard: () => void): () => void {
    this.subscribe();
    const listeners = this.listeners.get(agencyId) ?? new Set();
    this.listeners.set(agencyId, listeners.add(heard));
    return () => {
      listeners.delete(heard);
      if (listeners.size === 0) this.listeners.delete(agencyId);
    };
  }

  private subscribe(): void {
    if (this.subscriber) return;
    this.subscriber = this.redis.make({ maxRetriesPerRequest: null });
    this.subscriber.on('message', (_channel, agencyId) => {
      for (const heard of this.listeners.get(agencyId) ?? []) heard();
    });
    this.subscriber.subscribe(this.channel()).catch(() => undefined);
  }

  private channel(): string {
    return `{${this.config.redisPrefix}tb-live}`;
  }
}
