import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment } from '@toonbank/primitives';
import { daysAfter, Formats, Now } from '@toonbank/ui/look';
import { lastRead } from '@toonbank/ui/states';
import { OrdersApi } from './orders-api';
import { paidOn } from './order-rows';

/** What a merchant wants to know first: what came in today, beside the same weekday before. */
@Component({
  selector: 'tb-paid-today',
  imports: [TranslocoDirective],
  template: `<p *transloco="let t; prefix: 'orders.today'">
    @if (figures(); as today) {
      <span>{{
        t(today.orders === 1 ? 'one' : 'many', { count: formats.count(today.orders) })
      }}</span>
      <b>{{ formats.amount(today.paid) }}</b>
      <span class="before">{{ t('before', { amount: formats.amount(today.before) }) }}</span>
    } @else {
      <span>&nbsp;</span><b>&nbsp;</b><span>&nbsp;</span>
    }
  </p>`,
  styles: `
    p {
      display: grid;
      padding-bottom: var(--s-16);
    }
    b {
      font-size: var(--t-32);
      font-weight: var(--w-head);
      letter-spacing: -0.025em;
      line-height: 1.15;
    }
    .before {
      color: var(--ink-3);
      font-size: var(--t-13);
    }
  `,
})
export class PaidToday {
  readonly environment = input.required<Environment>();

  private readonly now = inject(Now);
  protected readonly formats = inject(Formats);
  private readonly today = computed(() =>
    this.formats.dayKey(new Date(this.now.ms()).toISOString()),
  );
  private readonly totals = inject(OrdersApi).totals(() => ({
    environment: this.environment(),
    from: daysAfter(this.today(), -7),
    until: this.today(),
  }));
  private readonly read = lastRead(this.totals);
  protected readonly figures = computed(() => {
    const days = this.read()?.days;
    if (!days) return undefined;
    const today = this.today();
    const paid = days.filter(({ day, status }) => day === today && status === 'COMPLETED');
    return {
      orders: paid.reduce((sum, { orders }) => sum + orders, 0),
      paid: paidOn(days, today) ?? 0,
      before: paidOn(days, daysAfter(today, -7)) ?? 0,
    };
  });
}
