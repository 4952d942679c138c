import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../look/formats';

export interface LedgerLine {
  readonly label: string;
  /** Whole cents. */
  readonly cents: number;
}

/**
 * Amounts that add up: the double rule stands under the total and nowhere else. The total is counted
 * here from the lines, so it cannot be another one.
 */
@Component({
  selector: 'tb-ledger',
  template: `<dl>
    @for (line of lines(); track $index) {
      <div>
        <dt>{{ line.label }}</dt>
        <dd>{{ formats.figure(line.cents) }}</dd>
      </div>
    }
    @if (total(); as label) {
      <div class="total">
        <dt>{{ label }}</dt>
        <dd>{{ formats.figure(sum()) }}</dd>
      </div>
    }
  </dl>`,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
    }
    div {
      display: contents;
    }
    dt,
    dd {
      padding-block: var(--s-6);
      border-bottom: 1px solid var(--rule);
    }
    dt {
      color: var(--ink-2);
    }
    dd {
      text-align: end;
      white-space: nowrap;
    }
    .total dt,
    .total dd {
      margin-top: -1px;
      border-top: 1px solid var(--ink);
      border-bottom: 3px double var(--ink);
      color: var(--ink);
      font-weight: var(--w-head);
    }
  `,
})
export class Ledger {
  readonly lines = input.required<readonly LedgerLine[]>();
  /** The word beside the total; without one there is no total. */
  readonly total = input<string>();

  protected readonly formats = inject(Formats);
  protected readonly sum = computed(() => this.lines().reduce((sum, { cents }) => sum + cents, 0));
}
