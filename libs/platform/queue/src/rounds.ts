import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/**
 * Work that is done in rounds for as long as the process lives: a pause after each, however it ended.
 * Closing waits for the round that runs. What a round finds it finds in rows, so that any number of
 * processes may go round at once.
 */
export abstract class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  /** A long round looks at it between its steps. */
  protected stopped = false;

  /** Milliseconds between the end of a round and the next. */
  protected abstract readonly pauseMs: number;

  /** One round. Answers how many things it saw to. */
  abstract round(): Promise<number>;

  /**
   * Sees to what was found, one after the other, until it is told to stop. One that fails is logged by
   * what `found` says of it, comes back by its row, and holds up nobody else. `does` says how many things
   * it saw to, or whether it did; the answer is their sum.
   */
  protected async each<Found extends object>(
    found: readonly Found[],
    does: (one: Found) => Promise<number | boolean>,
  ): Promise<number> {
    let done = 0;
    for (const one of found) {
      if (this.stopped) break;
      try {
        done += Number(await does(one));
      } catch (error) {
        this.logger.warn(`${JSON.stringify(one)}: ${(error as Error).message}`);
      }
    }
    return done;
  }

  onApplicationBootstrap(): void {
    this.next(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round()
        .then(() => undefined)
        .catch((error: Error) => this.logger.warn(`a round failed: ${error.message}`))
        .finally(() => this.next(this.pauseMs));
    }, afterMs);
  }
}
