import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Pager, Table, said } from '@toonbank/ui/lists';
import { PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { KeyExpiry } from './key-expiry';
import { KeysApi } from './keys-api';

/** The bank's keys of all webshops: which one runs out first. */
@Component({
  selector: 'tb-keys-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, KeyExpiry, Moment, PageHead, Pager],
    ...[ProblemPanel, Skeleton, Table],
  ],
  templateUrl: './keys-page.html',
})
export class KeysPage {
  /** From the address: `/:environment/keys?merchant=&after=`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly after = input<string>();

  protected readonly page = inject(KeysApi).all(() =>
    said({
      environment: this.environment(),
      merchantId: this.merchant(),
      after: this.after(),
    }),
  );
  protected readonly read = lastRead(this.page);
  /** The first to expire leads the list; only the first page holds it. */
  protected readonly soonest = computed(() => {
    const first = this.after() ? undefined : this.read()?.items[0];
    return first && first.daysLeft !== null && first.daysLeft <= 60 ? first : undefined;
  });
}
