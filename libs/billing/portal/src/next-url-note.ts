import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Formats, LanguageChoice } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';
import { billingWords } from './billing-words';
import { nextKind } from './next-kind';

/** What one URL more would add to the bank's bill, said before it is added (S27). */
@Component({
  selector: 'tb-next-url-note',
  imports: [TranslocoDirective, Note, ProblemPanel, Skeleton],
  // Shown on pages of rooms below, which don't know these words.
  providers: [billingWords],
  template: `<ng-container *transloco="let t; prefix: 'billing.next'">
    @if (price(); as known) {
      <tb-note [tone]="kind() === 'included' ? 'plain' : 'info'">
        <p>
          <strong>{{ t(kind(), said()) }}</strong>
        </p>
        <p>{{ t('used.' + known.countsPer, said()) }} {{ t('vat.' + known.bankVat) }}</p>
      </tb-note>
    } @else if (read.error(); as error) {
      <tb-problem-panel [error]="error" [canRetry]="true" (again)="read.reload()" />
    } @else {
      <tb-skeleton [label]="t('loading')" [rows]="2" />
    }
  </ng-container>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class NextUrlNote {
  readonly shop = input.required<Id>();

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
      used: price.usedUrls,
      included: price.includedUrls,
    };
  });
}
