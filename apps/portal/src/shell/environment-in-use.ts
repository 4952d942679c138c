import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { Environment } from '@toonbank/primitives';
import { filter, map, startWith } from 'rxjs';

/** In which environment the page stands: the first part of its address. Pages without one show production. */
@Injectable({ providedIn: 'root' })
export class EnvironmentInUse {
  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  private readonly parts = computed(() =>
    (this.url().split(/[?#]/)[0] ?? '').split('/').filter(Boolean),
  );
  readonly current = computed<Environment>(
    () => Environment.safeParse(this.parts()[0]).data ?? 'production',
  );

  /**
   * Where the same page stands in the other environment. A webshop has a twin there; an order hasn't,
   * so its list is as near as one comes.
   */
  twin(environment: Environment): string[] {
    const [first, ...rest] = this.parts();
    if (!Environment.safeParse(first).success) return ['/', environment];
    const hasTwin = rest[0] === 'webshops' || rest.length === 1;
    return ['/', environment, ...(hasTwin ? rest : rest.slice(0, 1))];
  }
}
