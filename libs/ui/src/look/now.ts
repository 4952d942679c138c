import { DestroyRef, inject, Injectable, signal } from '@angular/core';

const tickMs = 30_000;

/** The moment it is, twice a minute: what "4 minutes ago" and clocks on the screen are told by. */
@Injectable({ providedIn: 'root' })
export class Now {
  private readonly at = signal(Date.now());
  readonly ms = this.at.asReadonly();

  constructor() {
    const timer = setInterval(() => this.at.set(Date.now()), tickMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** To the millisecond, when it is asked: for how fast something goes. */
  exact(): number {
    return Date.now();
  }
}
