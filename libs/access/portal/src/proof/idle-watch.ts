import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, Injector, signal } from '@angular/core';
import { SessionApi } from '../session-api';

/** The server writes down once a minute that somebody is there, so it may count up to that much more. */
const coarseMs = 60_000;
const warnedMs = 2 * 60_000;
const tickMs = 1_000;

/**
 * Knows how long the session still lives if nothing is done. Counted since the server last answered,
 * not by the clock on the wall: that may be wrong.
 */
@Injectable({ providedIn: 'root' })
export class IdleWatch {
  private readonly injector = inject(Injector);
  private readonly heardAt = signal(performance.now());
  private readonly now = signal(performance.now());

  /** Milliseconds that are left; undefined while nobody is signed in. */
  readonly leftMs = computed(() => {
    const session = this.injector.get(SessionApi).current();
    if (!session) return undefined;
    const idleMs = session.idleSeconds * 1_000 - coarseMs - (this.now() - this.heardAt());
    return Math.max(0, idleMs);
  });
  readonly isNear = computed(() => {
    const left = this.leftMs();
    return left !== undefined && left < warnedMs;
  });
  readonly isOver = computed(() => this.leftMs() === 0);

  constructor() {
    const page = inject(DOCUMENT);
    const look = () => this.now.set(performance.now());
    const timer = setInterval(look, tickMs);
    // Timers sleep in the background: who comes back sees at once how it stands.
    page.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      page.removeEventListener('visibilitychange', look);
    });
  }

  heard(): void {
    this.heardAt.set(performance.now());
    this.now.set(performance.now());
  }
}
