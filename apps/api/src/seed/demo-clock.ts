import { Clock } from '@toonbank/platform/clock';

/** A clock that lives in the past, so that the demo's orders happen when they are said to have happened. */
export class DemoClock extends Clock {
  offsetMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }
}
