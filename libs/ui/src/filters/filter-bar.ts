import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { KeyMap } from '../keyboard/key-map';
import { Formats } from '../look/formats';
import { Icon } from '../look/icon';
import type { FilterField, FilterValues } from './filter-field';
import { FilterPanel } from './filter-panel';

/**
 * What a list is narrowed to, as chips; the whole of it stands in the address of the page. `F` adds
 * one. A chip is pressed to change it, its cross takes it away.
 */
@Component({
  selector: 'tb-filter-bar',
  imports: [FilterPanel, TranslocoDirective, Icon],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
})
export class FilterBar {
  readonly fields = input.required<readonly FilterField[]>();
  /** By the key of the field, as they stand in the address. */
  readonly values = input.required<FilterValues>();
  /** Null takes the filter away. */
  readonly changed = output<Readonly<Record<string, string | null>>>();

  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The field whose panel is open; `add` while one is chosen. */
  protected readonly open = signal<string | undefined>(undefined);
  protected readonly active = computed(() =>
    this.fields().filter(({ key }) => this.values()[key] !== undefined),
  );
  protected readonly free = computed(() =>
    this.fields().filter(({ key }) => this.values()[key] === undefined),
  );
  protected readonly opened = computed(() => this.fields().find(({ key }) => key === this.open()));
  /** The chip from which the open panel hangs: its own, or that which adds. */
  protected readonly origin = computed(() => {
    const key = this.open();
    if (!key) return null;
    const isActive = this.active().some((field) => field.key === key);
    const chip = isActive ? `[data-field="${CSS.escape(key)}"]` : '.add';
    return this.host.querySelector(chip);
  });

  constructor() {
    inject(KeyMap).bind({ keys: 'f', word: 'ui.keys.addFilter', run: () => this.toggle('add') });
  }

  protected toggle(key: string): void {
    this.open.set(this.open() === key ? undefined : key);
  }

  protected close(): void {
    this.open.set(undefined);
    this.focusAdding();
  }

  protected set(value: string | null): void {
    const field = this.opened();
    this.close();
    if (field) this.changed.emit({ [field.key]: value });
  }

  protected drop(field: FilterField): void {
    this.changed.emit({ [field.key]: null });
    this.focusAdding();
  }

  protected dropAll(): void {
    this.changed.emit(Object.fromEntries(this.active().map(({ key }) => [key, null])));
  }

  /** The value of a chip, in words. */
  protected said(field: FilterField): string {
    const value = this.values()[field.key] ?? '';
    if (field.kind === 'choice') {
      const option = field.options.find((one) => one.value === value);
      return option?.word ?? field.chosen ?? (field.search ? '…' : value);
    }
    if (field.kind === 'amount') return this.formats.figure(Number(value));
    return field.kind === 'date' ? this.formats.date(value) : value;
  }

  private focusAdding(): void {
    this.host.querySelector<HTMLElement>('.add button')?.focus();
  }
}
