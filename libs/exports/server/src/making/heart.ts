/** Often enough to show progress, and to see soon that somebody stopped it. */
const beatMs = 500;

/**
 * Beats while something is made, and aborts it when the beat says that it is not ours any more. Make
 * it outside of `Work`: each beat is a transaction of its own.
 */
export class Heart {
  private readonly controller = new AbortController();
  private timer?: NodeJS.Timeout;
  /** Why it stopped; undefined while it beats. */
  why: 'lost' | 'leaving' | 'done' | undefined;

  constructor(private readonly beat: () => Promise<boolean>) {
    this.next();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  stop(why: 'lost' | 'leaving' | 'done'): void {
    if (this.why) return;
    this.why = why;
    clearTimeout(this.timer);
    if (why !== 'done') this.controller.abort();
  }

  private next(): void {
    this.timer = setTimeout(() => {
      this.beat()
        .then((isOurs) => !isOurs && this.stop('lost'))
        // The database is away for a moment: the claim is longer than one beat.
        .catch(() => undefined)
        .finally(() => !this.why && this.next());
    }, beatMs);
  }
}
