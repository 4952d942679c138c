import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { InvoiceState } from '@toonbank/billing/contract';
import type { Id } from '@toonbank/primitives';
import { Money } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Pager, Table } from '@toonbank/ui/lists';
import { Formats, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';
import { InvoiceTable } from './invoice-table';
import { runLooks } from './looks';
import { sentence } from './sentence';
import { StatementChoice } from './statement-choice';

/** What URLs cost: the months of the agency, and its invoices; for a merchant its own invoices. */
@Component({
  selector: 'tb-billing-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, InvoiceTable, Money, PageHead, Pager],
    ...[ProblemPanel, Skeleton, StatementChoice, StatusChip, Table],
  ],
  templateUrl: './billing-page.html',
})
export class BillingPage {
  /** From the address: `/billing?merchant=&month=&state=&after=`. */
  readonly merchant = input<Id>();
  readonly month = input<string>();
  readonly state = input<string>();
  readonly after = input<string>();

  private readonly api = inject(BillingApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  private readonly session = inject(SessionApi);
  protected readonly mayClose = this.session.has('billing:close');
  protected readonly maySet = this.session.has('settings:write');
  protected readonly looks = runLooks;
  protected readonly sentence = sentence;

  protected readonly monthsRead = this.api.months(() => this.mayClose);
  private readonly monthsKnown = lastRead(this.monthsRead);
  protected readonly months = computed(() => this.monthsKnown()?.items);
  protected readonly read = this.api.invoices(() => ({
    ...{ merchantId: this.merchant(), month: this.month(), state: this.state() },
    ...{ after: this.after(), limit: '25' },
  }));
  protected readonly page = lastRead(this.read);
  protected readonly values = computed(() => ({ month: this.month(), state: this.state() }));
  protected readonly isFiltered = computed(() => !!this.month() || !!this.state());

  /** The verdict: what waits to be closed. */
  protected readonly lead = computed(() => {
    this.language.current();
    if (!this.mayClose) return this.say('leadMerchant');
    const months = this.months();
    if (!months) return this.say('leadLoading');
    const open = months.filter(({ state }) => state === 'open').toReversed();
    const names = open.map(({ month }) => sentence(this.formats.month(month)));
    if (names.length > 0) return this.say('leadOpen', { month: names[0], count: names.length });
    const closed = months.find(({ state }) => state === 'closed');
    return closed
      ? this.say('leadClosed', { month: this.formats.month(closed.month) })
      : this.say('leadNone');
  });

  /**
   * Of the merchant that is chosen, or that looks. Not before the invoices above it are there: it would
   * move when they come.
   */
  protected readonly statementOf = computed(() => {
    if (!this.page() && !this.read.error()) return null;
    return this.merchant() ?? this.session.current()?.chosen?.merchantId ?? null;
  });

  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const options = InvoiceState.options.map((value) => ({
      value,
      word: this.say(`states.${value}`),
    }));
    const months = (this.months() ?? []).filter(({ state }) => state === 'closed');
    const ofMonth = months.map(({ month }) => ({ value: month, word: this.formats.month(month) }));
    const states: FilterField = { key: 'state', word: this.say('state'), kind: 'choice', options };
    const word = this.say('month');
    if (ofMonth.length === 0) return [states];
    return [states, { key: 'month', word, kind: 'choice', options: ofMonth }];
  });

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }

  protected dropFilters(): void {
    this.filter({ state: null, month: null });
  }

  private say(key: string, values: object = {}): string {
    return this.words.translate<string>(`billing.${key}`, values);
  }
}
