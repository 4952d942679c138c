import { Clock } from '@toonbank/platform/clock';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private current: number;

  constructor(start: Date = new Date('2026-11-24T10:00:00.000Z')) {
    super();
    this.current = start.getTime();
  }

  override now(): Date {
    return new Date(this.current);
  }

  advance(by: { ms?: number; seconds?: number; minutes?: number; hours?: number }): void {
    const { ms = 0, seconds = 0, minutes = 0, hours = 0 } = by;
    this.current += ms + 1_000 * (seconds + 60 * (minutes + 60 * hours));
  }
}
