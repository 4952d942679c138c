import { Component, ElementRef, inject, ViewEncapsulation } from '@angular/core';
import { KeyMap } from '../keyboard/key-map';

/**
 * A real table in the house's look: `caption`, `scope`, the row's header holding its only link. `J` and
 * `K` walk from row to row. Columns leave by class as the window narrows: `hide-m`, `hide-t`, `hide-s`;
 * what leaves is repeated in the row's header under `only-s`. Rows of class `day` begin a group.
 */
@Component({
  selector: 'table[tbTable]',
  template: `<ng-content />`,
  encapsulation: ViewEncapsulation.None,
  host: { class: 'tbl' },
  styleUrl: './table.css',
})
export class Table {
  private readonly table = inject<ElementRef<HTMLTableElement>>(ElementRef).nativeElement;

  constructor() {
    inject(KeyMap).bind(
      { keys: 'j', word: 'ui.keys.nextRow', run: () => this.move(1) },
      { keys: 'k', word: 'ui.keys.previousRow', run: () => this.move(-1) },
    );
  }

  private move(step: 1 | -1): void {
    const links = [...this.table.querySelectorAll<HTMLElement>('tbody th a[href]')];
    const here = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const next = here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step;
    links[next]?.focus();
  }
}
