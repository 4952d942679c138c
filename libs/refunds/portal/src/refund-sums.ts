import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RefundRoute, type RefundTotal } from '@toonbank/refunds/contract';
import { Money } from '@toonbank/ui/figures';
import { Formats } from '@toonbank/ui/look';
import { sumsOf } from './sums-of';

/** What goes back by each route, of all that the filters let through, adding up to a total. */
@Component({
  selector: 'tb-refund-sums',
  imports: [TranslocoDirective, Money],
  templateUrl: './refund-sums.html',
  styleUrl: './refund-sums.css',
})
export class RefundSums {
  readonly totals = input.required<readonly RefundTotal[]>();

  protected readonly formats = inject(Formats);
  /** Always every route, so that the table keeps its height under another filter. */
  protected readonly rows = computed(() =>
    RefundRoute.options.map((route) => ({
      route,
      ...sumsOf(this.totals().filter((total) => total.route === route)),
    })),
  );
  protected readonly all = computed(() => sumsOf(this.totals()));
}
