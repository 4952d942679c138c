import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { KeyMap } from '../keyboard/key-map';
import { Formats } from '../look/formats';
import { Icon } from '../look/icon';
import { PageTrail } from './page-trail';

/**
 * The way through a keyset list: to its beginning, back, and on. No page numbers: a list by time says
 * which stretch is shown. The cursor stands in the address as `after`.
 */
@Component({
  selector: 'tb-pager',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `<nav *transloco="let t; prefix: 'ui.pager'" [attr.aria-label]="t('name')">
    @let by = times() ? 'time' : 'rank';
    <span class="meta">{{ span() && t('span', span()!) }}</span>
    @if (after() && before() !== null) {
      <a class="btn" [routerLink]="[]" [queryParams]="{ after: null }" queryParamsHandling="merge">
        {{ t(by + '.first') }}
      </a>
    }
    @if (before() !== undefined) {
      <a
        class="btn"
        [routerLink]="[]"
        [queryParams]="{ after: before() }"
        queryParamsHandling="merge"
      >
        <tb-icon name="arrow-left" [size]="14" />{{ t(by + '.back') }}
      </a>
    }
    @if (next(); as cursor) {
      <a
        class="btn"
        [routerLink]="[]"
        [queryParams]="{ after: cursor }"
        queryParamsHandling="merge"
      >
        {{ t(by + '.on') }}<tb-icon name="arrow-right" [size]="14" />
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
  /** Of a list by time, newest first: the moments of what is shown. */
  readonly times = input<readonly string[]>();

  private readonly trail = inject(PageTrail);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  /** The cursor of the page before; null: the first one; undefined: there is none, or it is unknown. */
  protected readonly before = computed(() => {
    const after = this.after();
    return after === undefined ? undefined : this.trail.before(after);
  });
  protected readonly span = computed(() => {
    const times = this.times();
    const [newest, oldest] = [times?.[0], times?.at(-1)];
    if (!newest || !oldest) return undefined;
    const [from, to] = [newest, oldest].map((at) => this.formats.short(at));
    return { count: times!.length, from, to };
  });

  constructor() {
    effect(() => {
      const next = this.next();
      // While another page is on its way, `next` is still that of the page before: known already.
      const isNews = next && next !== this.after() && this.trail.before(next) === undefined;
      if (isNews) this.trail.note(next, this.after() ?? null);
    });
    inject(KeyMap).bind(
      { keys: '[', word: 'ui.pager.keys.back', run: () => this.go(this.before()) },
      { keys: ']', word: 'ui.pager.keys.on', run: () => this.go(this.next() ?? undefined) },
    );
  }

  private go(after: string | null | undefined): void {
    if (after === undefined) return;
    void this.router.navigate([], { queryParams: { after }, queryParamsHandling: 'merge' });
  }
}
