import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Icon } from '@toonbank/ui/look';
import { lastRead } from '@toonbank/ui/states';
import { refundWords } from './refund-words';
import { RefundsApi } from './refunds-api';

/**
 * On the page of an order that was paid long ago: leads to giving it back, and once the bank's time for
 * that is over says so in its place. The button stays, so that who looks for it hears why.
 */
@Component({
  selector: 'tb-refund-act',
  imports: [RouterLink, TranslocoDirective, Icon],
  providers: [refundWords],
  template: `<ng-container *transloco="let t; prefix: 'refunds'">
    @if (nothing(); as because) {
      <button class="btn" type="button" aria-disabled="true" aria-describedby="refund-over">
        <tb-icon name="undo-2" [size]="14" />{{ t('act') }}
      </button>
      <p class="quiet">
        <span id="refund-over">{{ t('nothing.' + because + '.title') }}.</span>
        @if (because === 'too-late') {
          <a [routerLink]="[]" [queryParams]="{ give: true }" queryParamsHandling="merge">{{
            t('whatNow')
          }}</a>
        }
      </p>
    } @else {
      <a
        class="btn pri"
        [routerLink]="[]"
        [queryParams]="{ give: true }"
        queryParamsHandling="merge"
        ><tb-icon name="undo-2" [size]="14" />{{ t('act') }}</a
      >
    }
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      justify-items: end;
      gap: var(--s-6);
    }
    p {
      font-size: var(--t-13);
    }
  `,
})
export class RefundAct {
  readonly order = input.required<Id>();

  private readonly known = lastRead(inject(RefundsApi).refundable(() => this.order()));
  protected readonly nothing = computed(() => this.known()?.nothingBecause ?? undefined);
}
