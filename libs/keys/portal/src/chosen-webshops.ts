import { computed, Injectable, signal } from '@angular/core';
import { mostInBatch } from '@toonbank/keys/contract';
import type { Id } from '@toonbank/primitives';

/** A row of the list, as far as choosing it matters. */
export interface Choosable {
  readonly webshopId: Id;
  readonly host: string;
}

/** Which webshops were chosen in the list of keys; what is on another page of it stays chosen. */
@Injectable()
export class ChosenWebshops {
  private readonly chosen = signal<ReadonlyMap<Id, string>>(new Map());
  readonly ids = computed(() => [...this.chosen().keys()]);
  /** Names by id, for the page that goes on with them. */
  readonly hosts = computed(() => Object.fromEntries(this.chosen()));
  readonly isTooMany = computed(() => this.chosen().size > mostInBatch);

  has({ webshopId }: Choosable): boolean {
    return this.chosen().has(webshopId);
  }

  /** How many of these are chosen. */
  of(rows: readonly Choosable[]): 'none' | 'some' | 'all' {
    const count = rows.filter((row) => this.has(row)).length;
    if (count === 0) return 'none';
    return count === rows.length ? 'all' : 'some';
  }

  /** Chooses what was not, and lets go of what was; of several: all, unless all are chosen. */
  turn(rows: readonly Choosable[]): void {
    const isOff = this.of(rows) === 'all';
    const next = new Map(this.chosen());
    for (const { webshopId, host } of rows) {
      if (isOff) next.delete(webshopId);
      else next.set(webshopId, host);
    }
    this.chosen.set(next);
  }

  drop(): void {
    this.chosen.set(new Map());
  }
}
