import { DOCUMENT } from '@angular/common';
import { Component, DestroyRef, effect, inject } from '@angular/core';
import { SessionApi } from '@toonbank/access/portal';
import { House, HouseLogo } from '@toonbank/agency/portal';

/** The merchant's name, by the mark and in the colour of the agency that keeps its counter. */
@Component({
  selector: 'tb-house-mark',
  imports: [HouseLogo],
  template: `<tb-house-logo
      [name]="house.agency()?.name ?? ''"
      [logoUrl]="house.agency()?.logoUrl ?? null"
    />
    <strong>{{ session.place() }}</strong>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s-12);
      min-width: 0;
    }
    strong {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    @media (max-width: 47.99rem) {
      :host {
        gap: var(--s-8);
      }
      strong {
        display: -webkit-box;
        font-size: var(--t-13);
        line-height: 1.25;
        white-space: normal;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
    }
  `,
})
export class HouseMark {
  protected readonly session = inject(SessionApi);
  protected readonly house = inject(House);

  constructor() {
    const { style } = inject(DOCUMENT).documentElement;
    effect(() => {
      const { colour, text } = this.house.agency()?.house ?? {};
      style.setProperty('--house', colour ?? '');
      style.setProperty('--on-house', text ?? '');
    });
    inject(DestroyRef).onDestroy(() => {
      style.removeProperty('--house');
      style.removeProperty('--on-house');
    });
  }
}
