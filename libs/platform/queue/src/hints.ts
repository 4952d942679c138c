import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import type { JobKind } from './job';
import { RedisConnections } from './redis';

const patienceMs = 250;

/** Puts hints into queues. Never fails and never waits long: what is lost here the sweep finds. */
@Injectable()
export class Hints {
  constructor(
    private readonly modules: ModuleRef,
    private readonly redis: RedisConnections,
  ) {}

  /** True when Redis took them all in time. */
  async add<T extends object>(kind: JobKind<T>, data: readonly T[]): Promise<boolean> {
    if (data.length === 0) return true;
    if (this.redis.shared.status !== 'ready') return false;
    const queue = this.modules.get<Queue>(getQueueToken(kind.queue), { strict: false });
    const jobs = data.map((d) => ({ data: kind.data.parse(d) }));
    const added = queue.addBulk(jobs).then(
      () => true,
      () => false,
    );
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false).unref());
    return Promise.race([added, late]);
  }
}
