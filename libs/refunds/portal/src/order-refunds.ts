import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment, Money } from '@toonbank/ui/figures';
import { Ledger } from '@toonbank/ui/ledger';
import { Table } from '@toonbank/ui/lists';
import { LanguageChoice, StatusChip } from '@toonbank/ui/look';
import { lastRead } from '@toonbank/ui/states';
import { Giving } from './giving';
import { refundLooks } from './refund-states';
import { refundWords } from './refund-words';
import { RefundsApi } from './refunds-api';
import { sumsOf } from './sums-of';

/**
 * On the page of an order: what was given back of it and what is left, away while there is nothing;
 * and the dialog to give back.
 */
@Component({
  selector: 'tb-order-refunds',
  imports: [RouterLink, TranslocoDirective, Ledger, Moment, Money, StatusChip, Table],
  providers: [Giving, refundWords],
  templateUrl: './order-refunds.html',
})
export class OrderRefunds {
  readonly environment = input.required<Environment>();
  readonly order = input.required<Id>();
  /** Whole cents. */
  readonly paid = input.required<number>();

  private readonly api = inject(RefundsApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly looks = refundLooks;

  constructor() {
    inject(Giving).attend(this);
  }

  private readonly query = computed(() => ({
    environment: this.environment(),
    orderId: this.order(),
  }));
  private readonly page = this.api.page(() => this.query());
  private readonly counted = this.api.totals(() => this.query());
  private readonly read = lastRead(this.page);
  private readonly totals = lastRead(this.counted);
  protected readonly refunds = computed(() => this.read()?.items ?? []);
  protected readonly sums = computed(() => {
    this.language.current();
    const totals = this.totals()?.totals;
    if (!totals) return undefined;
    const word = (key: string) => this.words.translate<string>(`refunds.${key}`);
    const { back, underWay } = sumsOf(totals);
    return [
      { label: word('paid'), cents: this.paid() },
      { label: word('returned'), cents: -back },
      { label: word('returning'), cents: -underWay },
    ].filter(({ cents }, index) => index === 0 || cents !== 0);
  });
}
