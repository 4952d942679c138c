import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { waysOn } from './ways-on';

/**
 * What will stand here, what is missing for it, and the one next step as content. No illustration. Of
 * a list that is narrowed to one merchant it says so, and offers all of them.
 */
@Component({
  selector: 'tb-empty',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'ui.empty'">
    <h2>{{ title() }}</h2>
    @if (more(); as text) {
      <p>{{ text }}</p>
    }
    @if (merchant()) {
      <p>{{ t('narrowed') }}</p>
    }
    <div>
      <ng-content />
      @if (merchant() && ways) {
        <button class="btn" type="button" (click)="ways.widen()">{{ t('widen') }}</button>
      }
    </div>
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--s-12);
      max-width: 40rem;
      padding-block: var(--s-32);
    }
    h2 {
      font-size: var(--t-20);
      letter-spacing: -0.01em;
    }
    p {
      color: var(--ink-2);
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-8);
    }
    div:not(:has(*)) {
      display: none;
    }
  `,
})
export class Empty {
  readonly title = input.required<string>();
  readonly more = input<string>();
  /** The merchant whose rows alone the list shows. */
  readonly merchant = input<string>();

  protected readonly ways = inject(waysOn, { optional: true });
}
