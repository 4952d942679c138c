import { inject, Injectable, signal } from '@angular/core';
import { type CanActivateChildFn, Router } from '@angular/router';
import { Id } from '@toonbank/primitives';

const parameter = 'merchant';

/**
 * The merchant to whom every list and sum is narrowed, or none: `?merchant=` in the address. Followed
 * from page to page, so that no link has to think of it.
 */
@Injectable({ providedIn: 'root' })
export class MerchantInUse {
  private readonly router = inject(Router);
  private readonly id = signal<Id | undefined>(undefined);
  readonly current = this.id.asReadonly();

  /** Undefined: all merchants. Stays on the page. */
  async choose(id: Id | undefined): Promise<void> {
    this.id.set(id);
    await this.router.navigate([], {
      queryParams: { [parameter]: id ?? null, after: null },
      queryParamsHandling: 'merge',
    });
  }

  /** What an address says wins; undefined when it says nothing. */
  take(said: string | undefined): void {
    this.id.set(Id.safeParse(said).data);
  }
}

/** Carries the chosen merchant over to an address that names none; going back takes it as it was. */
export const carryMerchant: CanActivateChildFn = (_route, state) => {
  const inUse = inject(MerchantInUse);
  const router = inject(Router);
  const tree = router.parseUrl(state.url);
  const said: unknown = tree.queryParams[parameter];
  const isBack = router.currentNavigation()?.trigger === 'popstate';
  if (typeof said === 'string' || isBack) {
    inUse.take(typeof said === 'string' ? said : undefined);
    return true;
  }
  const merchant = inUse.current();
  if (!merchant) return true;
  tree.queryParams = { ...tree.queryParams, [parameter]: merchant };
  return tree;
};
