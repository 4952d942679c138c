import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look/icon';

/**
 * The way through a keyset list: back to its beginning, and on. No page numbers; what is shown says
 * the list itself. The cursor stands in the address as `after`.
 */
@Component({
  selector: 'tb-pager',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `<nav *transloco="let t; prefix: 'ui.pager'" [attr.aria-label]="t('name')">
    <span class="meta">{{ shown() }}</span>
    @if (after()) {
      <a class="btn" [routerLink]="[]" [queryParams]="{ after: null }" queryParamsHandling="merge">
        <tb-icon name="arrow-left" [size]="14" />{{ t('first') }}
      </a>
    }
    @if (next(); as cursor) {
      <a
        class="btn"
        [routerLink]="[]"
        [queryParams]="{ after: cursor }"
        queryParamsHandling="merge"
      >
        {{ t('more') }}<tb-icon name="arrow-right" [size]="14" />
      </a>
    }
  </nav>`,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: var(--s-8);
      min-height: var(--control-h);
      margin-top: var(--s-16);
    }
    .meta {
      flex: 1 1 auto;
      font-size: var(--t-13);
    }
    @media (max-width: 47.99rem) {
      .btn {
        flex: 1;
      }
      .meta {
        flex-basis: 100%;
      }
    }
  `,
})
export class Pager {
  /** The cursor of the page that is shown; undefined on the first. */
  readonly after = input<string>();
  readonly next = input.required<string | null>();
  /** Which stretch is shown, in words. */
  readonly shown = input('');
}
