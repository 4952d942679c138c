import { Component, computed, input, signal } from '@angular/core';
import { Money } from '@toonbank/ui/figures';
import { FilterBar, type FilterValues } from '@toonbank/ui/filters';
import { Pager, SortHead, Table, Tabs } from '@toonbank/ui/lists';
import { StatusChip } from '@toonbank/ui/look';
import { Empty, Skeleton } from '@toonbank/ui/states';
import * as sample from './samples';

/** The parts of a list: sorted by the heads of its columns, with a pager that turns, and without rows. */
@Component({
  selector: 'tb-gallery-lists',
  imports: [Empty, FilterBar, Money, Pager, Skeleton, SortHead, StatusChip, Table, Tabs],
  templateUrl: './gallery-lists.html',
  styleUrl: './gallery-page.css',
})
export class GalleryLists {
  readonly sort = input<string>();
  readonly order = input<string>();
  readonly after = input<string>();

  protected readonly sample = sample;
  protected readonly filters = signal<FilterValues>({ status: 'COMPLETED', from: '2026-11-17' });
  protected readonly rows = computed(() => {
    const [by, order] = [this.sort() ?? 'amount', this.order()];
    const rows =
      by === 'number'
        ? sample.rows.toSorted((a, b) => a.number.localeCompare(b.number))
        : sample.rows.toSorted((a, b) => b.cents - a.cents);
    const isTurned = order === (by === 'number' ? 'desc' : 'asc');
    return isTurned ? rows.toReversed() : rows;
  });
  /** Three pages: the first, one between, the last. */
  protected readonly next = computed(() => {
    const after = this.after();
    if (after === undefined) return 'two';
    return after === 'two' ? 'three' : null;
  });

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    const entries = Object.entries({ ...this.filters(), ...changes });
    this.filters.set(Object.fromEntries(entries.map(([key, value]) => [key, value ?? undefined])));
  }
}
