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
