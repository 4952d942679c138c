import { Component, input } from '@angular/core';

/** Stands for a secret that is kept: always the same dots, so that not even its length shows. */
@Component({
  selector: 'tb-secret-field',
  template: `<span aria-hidden="true">••••••••••••••••••••</span
    ><span class="sr">{{ says() }}</span> <ng-content />`,
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
    span:first-child {
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
}
