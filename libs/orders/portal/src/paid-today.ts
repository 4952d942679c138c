import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment } from '@toonbank/primitives';
import { Formats, Now } from '@toonbank/ui/look';
import { lastRead } from '@toonbank/ui/states';
import { OrdersApi } from './orders-api';
import { besideBefore } from './beside-before';

/** What it is compared with moves along with the clock. */
const everyMs = 5 * 60_000;

/** What a merchant wants to know first: what came in today, beside the same weekday before until this time. */
@Component({
  selector: 'tb-paid-today',
  imports: [TranslocoDirective],
  template: `<p *transloco="let t; prefix: 'orders.today'">
    @if (figures(); as all) {
      <span>{{
        t(all.today.orders === 1 ? 'one' : 'many', { count: formats.count(all.today.orders) })
      }}</span>
      <b>{{ formats.amount(all.today.paid) }}</b>
      <span class="before">
        @if (all.beside; as beside) {
          @if (beside.cents !== undefined) {
            <span [class.ok]="beside.word === 'more'">{{
              t(beside.word, { amount: formats.amount(beside.cents) })
            }}</span>
            {{ t('than', { weekday: all.weekday }) }}
          } @else {
            {{ t(beside.word, { weekday: all.weekday }) }}
          }
        }
      </span>
    } @else {
      <span>&nbsp;</span><b>&nbsp;</b><span class="before">&nbsp;</span>
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
    .ok {
      color: var(--ok);
      font-weight: var(--w-mid);
    }
  `,
})
export class PaidToday {
  readonly environment = input.required<Environment>();

  private readonly now = inject(Now);
  protected readonly formats = inject(Formats);
  private readonly at = computed(() => Math.floor(this.now.ms() / everyMs));
  private readonly read = lastRead(
    inject(OrdersApi).paidToday(() => ({ environment: this.environment(), at: this.at() })),
  );
  protected readonly figures = computed(() => {
    const known = this.read();
    if (!known) return undefined;
    const { today, weekBefore } = known;
    return {
      today,
      beside: besideBefore(today.paid, weekBefore.paid),
      weekday: this.formats.weekday(weekBefore.until),
    };
  });
}
