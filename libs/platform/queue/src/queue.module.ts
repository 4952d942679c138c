import { BullModule, getQueueToken } from '@nestjs/bull';
import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnModuleDestroy,
  type OnModuleInit,
  type Type,
} from '@nestjs/common';
import type { Queue } from 'bull';
import { Hints } from './hints';
import type { JobKind } from './job';
import { Live } from './live';
import { RedisConnections } from './redis';

/** Redis, and what every queue shares: how often, how long, and that nothing finished is kept. */
@Global()
@Module({ providers: [RedisConnections, Hints, Live], exports: [RedisConnections, Hints, Live] })
export class QueueModule {
  /** Import it where jobs of this kind are put in or worked off. */
  static for(kind: JobKind<object>): DynamicModule {
    return {
      module: listening(kind.queue),
      imports: [
        BullModule.registerQueueAsync({
          name: kind.queue,
          inject: [RedisConnections],
          useFactory: (redis: RedisConnections) => ({
            prefix: redis.prefix(kind.queue),
            createClient: (type) => redis.forBull(type),
            settings: {
              lockDuration: redis.lockMs(),
              stalledInterval: redis.lockMs(),
              maxStalledCount: 3,
            },
            // A finished or failed job that is kept makes Bull ignore a later one with its id.
            defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
          }),
        }),
      ],
      exports: [BullModule],
    };
  }
}

const closingMs = 10_000;

/** Of a worker's queue: its first look at Redis. Bull 4 passes it to `then` as if it were a function. */
interface Starting {
  readonly _initializingProcess?: Promise<unknown>;
}

/**
 * Bull emits `error` on the queue; without a listener that ends the process. Closes the queue first
 * of all, so that running jobs end while the database and Redis are still there.
 */
function listening(name: string): Type<unknown> {
  @Module({})
  class QueueListening implements OnModuleInit, OnModuleDestroy {
    private readonly logger = new Logger('Queue');

    constructor(@Inject(getQueueToken(name)) private readonly queue: Queue) {}

    onModuleInit(): void {
      this.queue.on('error', (error) => this.logger.warn({ queue: name, error: error.message }));
      this.queue.on('failed', (job, error) =>
        this.logger.warn({ queue: name, job: job.id, error: error.message }),
      );
    }

    async onModuleDestroy(): Promise<void> {
      // With Redis away Bull would wait for it; a job that has no end by then is found by the sweep.
      const late = new Promise<void>((resolve) => setTimeout(resolve, closingMs).unref());
      await Promise.race([this.close(), late]);
    }

    /** Cut off while it still subscribes, Bull would reject a promise that nobody holds. */
    private async close(): Promise<void> {
      await (this.queue as Starting)._initializingProcess?.catch(() => undefined);
      await this.queue.close().catch(() => undefined);
    }
  }
  return QueueListening;
}
