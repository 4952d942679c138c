import { Component, input } from '@angular/core';
import { Copyable } from '../copying/copyable';
import { Icon } from '../look/icon';

/** A secret that is told once, here and now: whole, to copy, with what is to be done with it. */
@Component({
  selector: 'tb-issued-secret',
  imports: [Copyable, Icon],
  template: `<p class="label"><tb-icon name="key-round" [size]="14" />{{ label() }}</p>
    <tb-copyable [value]="value()" [what]="label()" />
    <p class="says">{{ says() }}</p>`,
  host: { role: 'status' },
  styles: `
    :host {
      display: grid;
      gap: var(--s-8);
      padding: var(--s-16);
      border: 1px solid var(--accent-rule);
      border-radius: var(--r-3);
      background: var(--accent-tint);
    }
    .label {
      display: flex;
      align-items: center;
      gap: var(--s-6);
      font-weight: var(--w-mid);
    }
    tb-copyable {
      padding: var(--s-8) var(--s-12);
      border-radius: var(--r-2);
      background: var(--surface);
    }
    .says {
      color: var(--ink-2);
      font-size: var(--t-13);
    }
  `,
})
export class IssuedSecret {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly says = input.required<string>();
}
