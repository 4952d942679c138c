import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Ledger } from '@toonbank/ui/ledger';
import { Formats, LanguageChoice } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';
import { billingWords } from './billing-words';
import { nextKind } from './next-kind';

/** What the bank bills for a shop a month as things stand, and what one URL more would add (S27). */
@Component({
  selector: 'tb-shop-cost',
  imports: [TranslocoDirective, Ledger, Note, ProblemPanel, Skeleton],
  // Shown on pages of rooms below, which don't know these words.
  providers: [billingWords],
  template: `<ng-container *transloco="let t; prefix: 'billing.next'">
    <div class="sec-h">
      <h2>{{ t('title') }}</h2>
      <p>{{ t('remark') }}</p>
    </div>
    @if (price(); as known) {
      <tb-ledger [lines]="lines()" [total]="t('monthly')" />
      <tb-note>
        <p>{{ t(kind(), said()) }}</p>
        <p>{{ t('source', said()) }} {{ t('vat.' + known.bankVat) }}</p>
      </tb-note>
    } @else if (read.error(); as error) {
      <tb-problem-panel [error]="error" [canRetry]="true" (again)="read.reload()" />
    } @else {
      <tb-skeleton [label]="t('loading')" [rows]="5" />
    }
  </ng-container>`,
  styles: `
    :host {
      display: block;
    }
    tb-ledger {
      display: block;
      max-width: 34rem;
    }
    tb-note {
      max-width: 34rem;
      margin-top: var(--s-12);
    }
  `,
})
export class ShopCost {
  readonly shop = input.required<Id>();

  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageChoice);
  protected readonly read = inject(BillingApi).nextUrl(() => this.shop());
  protected readonly price = lastRead(this.read);
  protected readonly kind = computed(() => nextKind(this.price()));
  protected readonly said = computed(() => {
    this.language.current();
    const price = this.price();
    if (!price) return {};
    return {
      next: this.formats.amount(price.next),
      monthly: this.formats.amount(price.monthly),
      from: this.formats.date(price.from),
      source: price.source,
    };
  });
  /** The lines add up to what the bank asks; the ledger counts the total itself. */
  protected readonly lines = computed(() => {
    this.language.current();
    const price = this.price();
    if (!price || price.usedUrls === 0) return [];
    const word = (key: string, values: object) =>
      this.words.translate<string>(`billing.next.${key}`, values);
    const beyond = price.usedUrls - price.includedUrls;
    const base = {
      label: word(`base.${price.countsPer}`, { included: price.includedUrls }),
      cents: price.shop,
    };
    if (beyond <= 0) return [base];
    const each = this.formats.amount(price.extraUrl);
    return [
      base,
      { label: word('beyond', { count: beyond, each }), cents: beyond * price.extraUrl },
    ];
  });
}
