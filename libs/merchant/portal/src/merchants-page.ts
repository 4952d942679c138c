import { Component, computed, inject, Injector, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { said } from '@toonbank/ui/asking';
import { Money } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Pager, SortHead, Table } from '@toonbank/ui/lists';
import { Formats, Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { merchantFigures } from './merchant-figures';
import { MerchantsApi } from './merchants-api';

/** The agency's clients, the largest turnover first unless another order is chosen, and how each of them does. */
@Component({
  selector: 'tb-merchants-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Icon, Money, PageHead, Pager],
    ...[ProblemPanel, Skeleton, SortHead, StatusChip, Table],
  ],
  templateUrl: './merchants-page.html',
})
export class MerchantsPage {
  /** From the address: `/merchants?search=&sort=&order=&after=`. */
  readonly search = input<string>();
  readonly sort = input<string>();
  readonly order = input<string>();
  readonly after = input<string>();

  /** The API goes by name when it is not told. */
  protected readonly by = computed(() => this.sort() ?? 'turnover');

  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  protected readonly mayWrite = inject(SessionApi).has('merchants:write');

  protected readonly page = inject(MerchantsApi).page(() =>
    said({
      ...{ search: this.search(), sort: this.by(), order: this.order(), after: this.after() },
    }),
  );
  protected readonly read = lastRead(this.page);
  private readonly load = inject(merchantFigures);
  private readonly injector = inject(Injector);
  protected readonly figures = resource({
    params: () => {
      const known = this.read();
      if (!known) return undefined;
      return { ids: known.items.map(({ id }) => id), language: this.language.current() };
    },
    loader: ({ params }) => this.load(this.injector, params),
  });
  private readonly figuresRead = lastRead(this.figures);
  /** Together, so that nothing moves; the list waits for nobody who fails. */
  protected readonly isThere = computed(
    () => !!this.read() && (!!this.figuresRead() || !!this.figures.error()),
  );
  protected readonly rows = computed(() =>
    (this.read()?.items ?? []).map((merchant) => {
      return { merchant, figure: this.figuresRead()?.get(merchant.id) };
    }),
  );
  protected readonly values = computed(() => ({ search: this.search() }));
  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    return [{ key: 'search', word: this.words.translate('merchants.name'), kind: 'text' }];
  });

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }
}
