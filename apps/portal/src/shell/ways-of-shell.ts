import { inject, Injectable, Injector } from '@angular/core';
import type { WaysOn } from '@toonbank/ui/states';
import { MerchantInUse } from './merchant-in-use';

/** What the shell offers who finds nothing: its search, and the lists of all merchants. */
@Injectable()
export class WaysOfShell implements WaysOn {
  private readonly injector = inject(Injector);
  private readonly inUse = inject(MerchantInUse);

  search(): void {
    void import('./open-finder').then(({ openFinder }) => openFinder(this.injector));
  }

  widen(): void {
    void this.inUse.choose(undefined);
  }
}
