import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { brandName, OrdersApi } from '@toonbank/orders/portal/parts';
import type { Environment, Id } from '@toonbank/primitives';
import { RefundRoute, RefundStatus } from '@toonbank/refunds/contract';
import { Moment, Money } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { ExportLink, Pager, Table } from '@toonbank/ui/lists';
import { LanguageChoice, PageHead, periodOf, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { refundLooks } from './refund-states';
import { RefundSums } from './refund-sums';
import { RefundsApi } from './refunds-api';

/** What goes back, by which route, and what waits for somebody; newest first. */
@Component({
  selector: 'tb-refunds-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Moment, Money, PageHead, Pager],
    ...[ExportLink, ProblemPanel, RefundSums, Skeleton, StatusChip, Table],
  ],
  templateUrl: './refunds-page.html',
  styles: `
    /* An order's number is read as a whole; the status beside it can take two lines. */
    @media (max-width: 47.99rem) {
      th[scope='row'] {
        width: 40%;
      }
    }
  `,
})
export class RefundsPage {
  /** From the address: `/:environment/refunds?…`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly order = input<Id>();
  readonly status = input<string>();
  readonly route = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly after = input<string>();

  private readonly api = inject(RefundsApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly session = inject(SessionApi);
  protected readonly maySet = this.session.has('settings:write');
  protected readonly mayExport = this.session.has('exports:write');
  protected readonly looks = refundLooks;
  protected readonly brandName = brandName;

  /** Days of the address are Dutch days, both included. */
  private readonly query = computed(() => ({
    environment: this.environment(),
    merchantId: this.merchant(),
    orderId: this.order(),
    status: this.status(),
    route: this.route(),
    ...periodOf(this.from(), this.until()),
  }));
  protected readonly page = this.api.page(() => ({ ...this.query(), after: this.after() }));
  protected readonly read = lastRead(this.page);
  protected readonly counted = this.api.totals(() => this.query());
  protected readonly totals = lastRead(this.counted);
  /** Together, so that nothing moves; the list waits for nobody who fails. */
  protected readonly isThere = computed(
    () => !!this.read() && (!!this.totals() || !!this.counted.error()),
  );
  protected readonly values = computed(() => ({
    ...{ order: this.order(), status: this.status(), route: this.route() },
    ...{ from: this.from(), until: this.until() },
  }));
  protected readonly isFiltered = computed(() =>
    Object.values(this.values()).some((value) => !!value),
  );
  /** For the chip of the order: its number. Nobody picks one here, it comes from the order's page. */
  private readonly ofOrder = lastRead(inject(OrdersApi).detail(() => this.order()));
  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const word = (key: string) => this.words.translate<string>(`refunds.${key}`);
    const options = (values: readonly string[], prefix: string) =>
      values.map((value) => ({ value, word: word(`${prefix}.${value}`) }));
    const of = (key: string) => ({ key, word: word(key), kind: 'choice' as const });
    const order = this.order();
    const number = this.ofOrder()?.merchantOrderId ?? '…';
    return [
      ...(order ? [{ ...of('order'), options: [{ value: order, word: number }] }] : []),
      { ...of('status'), options: options(RefundStatus.options, 'states') },
      { ...of('route'), options: options(RefundRoute.options, 'routes') },
      { key: 'from', word: word('from'), kind: 'date' },
      { key: 'until', word: word('until'), kind: 'date' },
    ];
  });

  protected dropFilters(): void {
    this.filter(Object.fromEntries(Object.keys(this.values()).map((key) => [key, null])));
  }

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }
}
