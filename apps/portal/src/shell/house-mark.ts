import { DOCUMENT } from '@angular/common';
import { Component, DestroyRef, effect, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { House, HouseLogo } from '@toonbank/agency/portal';

/** The merchant's name, by the mark and in the colour of the agency that keeps its counter. */
@Component({
  selector: 'tb-house-mark',
  imports: [HouseLogo, TranslocoDirective],
  template: `<tb-house-logo
      [name]="house.agency()?.name ?? ''"
      [logoUrl]="house.agency()?.logoUrl ?? null"
    />
    <p *transloco="let t; prefix: 'shell'">
      <strong>{{ session.place() }}</strong>
      @if (house.agency()?.name; as name) {
        <span>{{ t('by', { name }) }}</span>
      }
    </p>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s-12);
      min-width: 0;
    }
    p {
      display: grid;
      min-width: 0;
      line-height: 1.25;
    }
    strong,
    span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    span {
      color: var(--ink-3);
      font-size: var(--t-12);
    }
    @media (max-width: 47.99rem) {
      :host {
        gap: var(--s-8);
      }
      tb-house-logo {
        width: 2rem;
      }
      strong,
      span {
        display: -webkit-box;
        line-height: 1.25;
        white-space: normal;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      strong {
        font-size: var(--t-13);
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
