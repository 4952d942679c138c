import { Injectable } from '@nestjs/common';

export { dayAfter, dayOf, lateAfter, sameTimeOn, startOfDay } from './days';

/** The one source of time. Tests move it; nothing else reads the system clock. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Milliseconds since the epoch. */
  millis(): number {
    return this.now().getTime();
  }
}
