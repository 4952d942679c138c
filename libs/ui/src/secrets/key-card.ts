import { Component, input } from '@angular/core';
import { type StateLook, StatusChip } from '../look/status-chip';
import { SecretField } from './secret-field';

/** One key that is kept: what it is, its state, dots, and as content the facts that prove it. */
@Component({
  selector: 'tb-key-card',
  imports: [SecretField, StatusChip],
  template: `<header>
      <h3>{{ name() }}</h3>
      <tb-status-chip [icon]="state().icon" [tone]="state().tone" [word]="word()" />
    </header>
    <tb-secret-field [says]="says()" [shown]="shown()" [what]="name()"
      ><ng-content select="[secret]"
    /></tb-secret-field>
    <ng-content />`,
  styles: `
    :host {
      display: grid;
      align-content: start;
      gap: var(--s-12);
      min-width: 0;
      padding: var(--s-16);
      border: 1px solid var(--rule-2);
      border-radius: var(--r-3);
      background: var(--surface);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s-8);
    }
  `,
})
export class KeyCard {
  readonly name = input.required<string>();
  readonly state = input.required<StateLook>();
  readonly word = input.required<string>();
  readonly says = input.required<string>();
  /** The key in the clear, while it is shown. What shows it is content with `secret`. */
  readonly shown = input<string>();
}
