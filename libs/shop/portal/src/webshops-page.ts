import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Pager } from '@toonbank/ui/lists';
import { Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ShopsApi } from './shops-api';
import { WebshopTable } from './webshop-table';

/** The webshops of one environment, by URL: which can sell, and what the others lack. */
@Component({
  selector: 'tb-webshops-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Icon, PageHead, Pager, ProblemPanel],
    ...[Skeleton, WebshopTable],
  ],
  templateUrl: './webshops-page.html',
})
export class WebshopsPage {
  /** From the address: `/:environment/webshops?…`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly search = input<string>();
  readonly readiness = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly session = inject(SessionApi);
  protected readonly mayWrite = this.session.has('webshops:write');
  protected readonly isAgency = computed(() => !this.session.current()?.chosen?.merchantId);

  protected readonly page = inject(ShopsApi).webshops(() => ({
    environment: this.environment(),
    merchantId: this.merchant(),
    search: this.search(),
    readiness: this.readiness(),
    after: this.after(),
  }));
  protected readonly read = lastRead(this.page);
  protected readonly values = computed(() => ({
    search: this.search(),
    readiness: this.readiness(),
  }));
  protected readonly isFiltered = computed(() => !!this.search() || !!this.readiness());
  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const word = (key: string) => this.words.translate<string>(`shops.${key}`);
    const options = ['ready', 'not-ready'].map((value) => ({ value, word: word(`is.${value}`) }));
    return [
      { key: 'search', word: word('urlOrPoi'), kind: 'text' },
      { key: 'readiness', word: word('state'), kind: 'choice', options },
    ];
  });

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }
}
