import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { type IsActiveMatchOptions, RouterLink, RouterLinkActive } from '@angular/router';
import { Formats } from '../look/formats';

export interface Tab {
  readonly word: string;
  readonly link: readonly string[];
  /** Merged into the address; null takes a part out. */
  readonly query?: Readonly<Record<string, string | null>>;
  readonly count?: number;
  /** Told by the page when the address alone doesn't tell which tab it is. */
  readonly isHere?: boolean;
}

/** Views of one thing, each an address of its own. */
@Component({
  selector: 'tb-tabs',
  imports: [NgTemplateOutlet, RouterLink, RouterLinkActive],
  template: `<nav [attr.aria-label]="name()">
    @for (tab of tabs(); track tab.word) {
      @if (tab.isHere === undefined) {
        <a
          [routerLink]="tab.link"
          [queryParams]="tab.query ?? {}"
          [queryParamsHandling]="tab.query ? 'merge' : 'preserve'"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="exactly"
        >
          <ng-container *ngTemplateOutlet="label; context: { $implicit: tab }" />
        </a>
      } @else {
        <a
          [routerLink]="tab.link"
          [queryParams]="tab.query ?? {}"
          [queryParamsHandling]="tab.query ? 'merge' : 'preserve'"
          [attr.aria-current]="tab.isHere ? 'page' : null"
        >
          <ng-container *ngTemplateOutlet="label; context: { $implicit: tab }" />
        </a>
      }
    }
    <ng-template #label let-tab>
      {{ tab.word }}
      @if (tab.count !== undefined) {
        <span>{{ formats.count(tab.count) }}</span>
      }
    </ng-template>
  </nav>`,
  styles: `
    nav {
      display: flex;
      gap: var(--s-20);
      overflow-x: auto;
      border-bottom: 1px solid var(--rule-2);
      scrollbar-width: none;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--s-6);
      min-height: 2.25rem;
      margin-bottom: -1px;
      border-bottom: 2px solid transparent;
      color: var(--ink-2);
      font-size: var(--t-13);
      text-decoration: none;
      white-space: nowrap;
    }
    a:hover {
      color: var(--ink);
    }
    a[aria-current] {
      border-color: var(--accent);
      color: var(--ink);
      font-weight: var(--w-head);
    }
    a:focus-visible {
      outline-offset: -3px;
    }
    span {
      color: var(--ink-3);
      font-size: var(--t-12);
      font-weight: var(--w-body);
    }
    @media (pointer: coarse), (max-width: 47.99rem) {
      a {
        min-height: 2.75rem;
        font-size: var(--t-14);
      }
    }
  `,
})
export class Tabs {
  readonly tabs = input.required<readonly Tab[]>();
  readonly name = input.required<string>();

  protected readonly formats = inject(Formats);
  protected readonly exactly: IsActiveMatchOptions = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  };
}
