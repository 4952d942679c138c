import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mostInBatch } from '@toonbank/keys/contract';
import type { Environment } from '@toonbank/primitives';
import { textOf } from './batches/chosen-ids';
import { ChosenWebshops } from './chosen-webshops';

/** How many webshops are chosen, and the way on with them. It stays in sight below a long list. */
@Component({
  selector: 'tb-choice-bar',
  imports: [RouterLink, TranslocoDirective],
  template: `<div
    class="bar"
    role="group"
    [attr.aria-label]="t('bar')"
    *transloco="let t; prefix: 'keys.choose'"
  >
    <p>
      <b>{{ t(count() === 1 ? 'countOne' : 'count', { count: count() }) }}</b>
      @if (chosen.isTooMany()) {
        <span class="quiet">{{ t('tooMany', { most }) }}</span>
      }
    </p>
    <button class="btn ghost" type="button" (click)="chosen.drop()">{{ t('drop') }}</button>
    @if (!chosen.isTooMany()) {
      <a
        class="btn pri"
        [routerLink]="['/', environment(), 'keys', 'batches']"
        [queryParams]="{ webshops: webshops() }"
        [state]="{ hosts: chosen.hosts() }"
        >{{ t('renew') }}</a
      >
    }
  </div>`,
  styles: `
    :host {
      position: sticky;
      z-index: 1;
      bottom: var(--s-16);
      display: block;
      margin-top: var(--s-16);
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-8) var(--s-12);
      padding: var(--s-8) var(--s-12);
      border: 1px solid var(--rule-2);
      border-radius: var(--r-2);
      background: var(--surface);
      box-shadow: var(--shadow-menu);
      font-size: var(--t-13);
    }
    p {
      flex: 1 1 auto;
    }
    @media (max-width: 47.99rem) {
      :host {
        bottom: var(--s-8);
      }
      p {
        flex-basis: 100%;
      }
      .btn {
        flex: 1;
      }
    }
  `,
})
export class ChoiceBar {
  readonly environment = input.required<Environment>();

  protected readonly chosen = inject(ChosenWebshops);
  protected readonly most = mostInBatch;
  protected readonly count = computed(() => this.chosen.ids().length);
  protected readonly webshops = computed(() => textOf(this.chosen.ids()));
}
