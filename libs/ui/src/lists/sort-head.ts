import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Icon } from '../look/icon';

type Order = 'asc' | 'desc';

/**
 * The head of a column that the list can go by: a button, which turns the order round when it goes by
 * it already. What is chosen stands in the address as `sort` and `order`, and the list begins anew;
 * what the list does by itself does not stand there.
 */
@Component({
  selector: 'th[tbSort]',
  imports: [Icon],
  template: `<button type="button" (click)="choose()">
    <ng-content />
    <tb-icon [name]="way() === 'asc' ? 'arrow-up' : 'arrow-down'" [size]="12" />
  </button>`,
  host: { scope: 'col', '[attr.aria-sort]': 'told()' },
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--s-4);
      min-height: 2rem;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    button:hover,
    :host([aria-sort]) {
      color: var(--ink);
    }
    :host(.num) button {
      flex-direction: row-reverse;
      text-align: end;
    }
    /* Its place is kept, so that no column moves when another one is chosen. */
    :host(:not([aria-sort])) tb-icon {
      visibility: hidden;
    }
    @media (pointer: coarse) {
      button {
        min-height: 2.75rem;
      }
    }
  `,
})
export class SortHead {
  /** What the API calls it. */
  readonly by = input.required<string>({ alias: 'tbSort' });
  /** Which way it goes when it is chosen. */
  readonly first = input<Order>('asc');
  /** The list goes by this one when the address names none. */
  readonly byItself = input(false);
  /** From the address. */
  readonly sort = input<string>();
  readonly order = input<string>();

  private readonly router = inject(Router);
  /** Undefined: the list goes by another column. */
  protected readonly way = computed<Order | undefined>(() => {
    const isChosen = this.sort() ? this.sort() === this.by() : this.byItself();
    if (!isChosen) return undefined;
    const order = this.order();
    return order === 'asc' || order === 'desc' ? order : this.first();
  });
  protected readonly told = computed(() => {
    const way = this.way();
    return way && (way === 'asc' ? 'ascending' : 'descending');
  });

  protected choose(): void {
    const way = this.way();
    const order: Order = way === undefined ? this.first() : way === 'asc' ? 'desc' : 'asc';
    void this.router.navigate([], {
      queryParams: {
        sort: this.byItself() ? null : this.by(),
        order: order === this.first() ? null : order,
        after: null,
      },
      queryParamsHandling: 'merge',
    });
  }
}
