import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../look/formats';

/**
 * An amount in whole cents. In a column without its sign, which the column's head carries; in a
 * sentence with it. Null is unknown, which is not nothing.
 */
@Component({
  selector: 'tb-money',
  template: `{{ text() }}`,
  host: { '[class.unpaid]': 'unpaid() || never()', '[class.never]': 'never()' },
  styles: `
    :host {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    :host(.unpaid) {
      color: var(--ink-3);
    }
    :host(.never) {
      text-decoration: line-through 1px;
    }
  `,
})
export class Money {
  readonly cents = input.required<number | null>();
  readonly sign = input(false);
  /** Not paid: said less loudly. */
  readonly unpaid = input(false);
  /** It will not be paid any more: struck through. */
  readonly never = input(false);

  private readonly formats = inject(Formats);
  protected readonly text = computed(() => {
    const cents = this.cents();
    if (cents === null) return '–';
    return this.sign() ? this.formats.amount(cents) : this.formats.figure(cents);
  });
}
