import { Component, input } from '@angular/core';
import { Copyable } from '../copying/copyable';

/**
 * Stands for a secret that is kept: always the same dots, so that not even its length shows. Unless it
 * is being shown, for as long as the page says.
 */
@Component({
  selector: 'tb-secret-field',
  imports: [Copyable],
  template: `@if (shown(); as secret) {
      <tb-copyable [value]="secret" [what]="what()" />
    } @else {
      <span class="dots" aria-hidden="true">••••••••••••••••••••</span
      ><span class="sr">{{ says() }}</span>
    }
    <ng-content />`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s-8);
      min-height: var(--control-h);
      padding-inline: var(--s-12) var(--s-4);
      border-radius: var(--r-2);
      background: var(--sunken);
      font-size: 0.8125rem;
    }
    tb-copyable {
      padding-block: var(--s-6);
    }
    .dots {
      overflow: hidden;
      color: var(--ink-3);
      font-family: var(--mono);
      letter-spacing: 0.05em;
      white-space: nowrap;
    }
  `,
})
export class SecretField {
  /** For screen readers: `Kept, not shown`. */
  readonly says = input.required<string>();
  /** In the clear. */
  readonly shown = input<string>();
  /** What is copied. */
  readonly what = input('');
}
