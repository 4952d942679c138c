import { A11yModule } from '@angular/cdk/a11y';
import { OverlayModule } from '@angular/cdk/overlay';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { centsOf } from '@toonbank/primitives';
import { Formats } from '../look/formats';
import type { FilterField } from './filter-field';

/**
 * What opens below a chip of the filter bar: the fields that are free, or the value of one. Fetched
 * when it is first wanted, with the overlay it stands in.
 */
@Component({
  selector: 'tb-filter-panel',
  imports: [A11yModule, OverlayModule, TranslocoDirective],
  templateUrl: './filter-panel.html',
  styleUrl: './filter-panel.css',
})
export class FilterPanel {
  /** The chip it hangs from. */
  readonly origin = input.required<Element>();
  /** Undefined: one of `free` is chosen first. */
  readonly field = input<FilterField>();
  readonly free = input.required<readonly FilterField[]>();
  /** What the address says now. */
  readonly value = input<string>();
  readonly picked = output<FilterField>();
  /** As the address keeps it; null takes the filter away. */
  readonly chosen = output<string | null>();
  readonly closed = output();

  private readonly formats = inject(Formats);
  protected readonly typed = linkedSignal(() => {
    const [value, kind] = [this.value(), this.field()?.kind];
    if (value === undefined || kind === 'choice') return '';
    return kind === 'amount' ? this.formats.figure(Number(value)) : value;
  });
  protected readonly understood = computed(() => {
    const cents = centsOf(this.typed());
    return cents === undefined ? undefined : this.formats.amount(cents);
  });

  private readonly key = computed(() => this.field()?.key);

  constructor() {
    // What was looked for when it stood open last is not what is looked for now.
    effect(() => {
      if (this.key()) untracked(() => this.lookFor(''));
    });
  }

  protected lookFor(text: string): void {
    const field = this.field();
    if (field?.kind === 'choice') field.search?.(text);
  }

  protected set(field: FilterField, value: string): void {
    const read = field.kind === 'amount' ? centsOf(value)?.toString() : value.trim();
    // An amount that isn't one stays as it was typed; the panel says nothing was understood.
    if (field.kind === 'amount' && read === undefined && value !== '') return;
    this.chosen.emit(read || null);
  }
}
