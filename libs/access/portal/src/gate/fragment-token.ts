import { DOCUMENT } from '@angular/common';
import { inject, type Signal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { fromEvent, merge } from 'rxjs';

/**
 * The token of the link that was opened: what stands behind the `#`. Taken out of the address at
 * once, so that it stays in no history and no bookmark; undefined when nothing stood there, as after
 * a reload. A link that is pasted over it later is taken, too. Needs an injection context.
 */
export function takenToken(): Signal<string | undefined> {
  const window = inject(DOCUMENT).defaultView!;
  const token = signal<string | undefined>(undefined);
  const take = () => {
    const { hash, pathname } = window.location;
    if (hash.length < 2) return;
    token.set(hash.slice(1));
    window.history.replaceState(window.history.state, '', pathname);
  };
  take();
  // The router follows the address and writes it again, with what was taken out.
  merge(fromEvent(window, 'hashchange'), inject(Router).events)
    .pipe(takeUntilDestroyed())
    .subscribe(take);
  return token.asReadonly();
}
