import { A11yModule } from '@angular/cdk/a11y';
import { OverlayModule } from '@angular/cdk/overlay';
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { centsOf } from '@toonbank/primitives';
import { KeyMap } from '../keyboard/key-map';
import { Formats } from '../look/formats';
import { Icon } from '../look/icon';

import type { FilterField, FilterValues } from './filter-field';

/**
 * What a list is narrowed to, as chips; the whole of it stands in the address of the page. `F` adds
 * one. A chip is pressed to change it, its cross takes it away.
 */
@Component({
  selector: 'tb-filter-bar',
  imports: [A11yModule, NgTemplateOutlet, OverlayModule, TranslocoDirective, Icon],
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
  protected readonly typed = signal('');
  protected readonly active = computed(() =>
    this.fields().filter(({ key }) => this.values()[key] !== undefined),
  );
  protected readonly free = computed(() =>
    this.fields().filter(({ key }) => this.values()[key] === undefined),
  );
  protected readonly understood = computed(() => {
    const cents = centsOf(this.typed());
    return cents === undefined ? undefined : this.formats.amount(cents);
  });

  constructor() {
    inject(KeyMap).bind({ keys: 'f', word: 'ui.keys.addFilter', run: () => this.toggle('add') });
  }

  protected toggle(key: string): void {
    const value = this.values()[key];
    const field = this.fields().find((one) => one.key === key);
    this.typed.set(value !== undefined && field?.kind !== 'choice' ? this.said(field!) : '');
    this.open.set(this.open() === key ? undefined : key);
  }

  /** Whether this is the panel of a filter that is being added. */
  protected isFree(key: string | undefined): boolean {
    return this.free().some((field) => field.key === key);
  }

  protected close(): void {
    this.open.set(undefined);
    this.host.querySelector<HTMLElement>('.add button')?.focus();
  }

  protected set(field: FilterField, value: string): void {
    const read = field.kind === 'amount' ? centsOf(value)?.toString() : value.trim();
    // An amount that isn't one stays as it was typed; the panel says nothing was understood.
    if (field.kind === 'amount' && read === undefined && value !== '') return;
    this.close();
    this.changed.emit({ [field.key]: read || null });
  }

  protected drop(field: FilterField): void {
    this.changed.emit({ [field.key]: null });
    this.host.querySelector<HTMLElement>('.add button')?.focus();
  }

  protected dropAll(): void {
    this.changed.emit(Object.fromEntries(this.active().map(({ key }) => [key, null])));
  }

  /** The value of a chip, in words. */
  protected said(field: FilterField): string {
    const value = this.values()[field.key] ?? '';
    if (field.kind === 'choice') {
      return field.options.find((option) => option.value === value)?.word ?? value;
    }
    if (field.kind === 'amount') return this.formats.figure(Number(value));
    return field.kind === 'date' && !this.open() ? this.formats.date(value) : value;
  }
}
