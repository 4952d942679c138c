import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Pager, Table } from '@toonbank/ui/lists';
import { Formats, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { AuditApi } from './audit-api';
import { kinds, queryOf, rowOf } from './audit-rows';

/** Who did what, newest first. Nobody can change or remove a line of it. */
@Component({
  selector: 'tb-audit-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Moment, PageHead, Pager, ProblemPanel],
    ...[Skeleton, Table],
  ],
  templateUrl: './audit-page.html',
})
export class AuditPageView {
  /** From the address: `/audit?…`. */
  readonly merchant = input<Id>();
  readonly kind = input<string>();
  readonly who = input<Id>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);

  private readonly choice = computed(() => ({
    ...(this.kind() && { kind: this.kind() }),
    ...(this.who() && { who: this.who() }),
    ...(this.from() && { from: this.from() }),
    ...(this.until() && { until: this.until() }),
  }));
  protected readonly values = computed(() => ({ ...this.choice() }));
  protected readonly isFiltered = computed(() => Object.keys(this.choice()).length > 0);
  protected readonly page = inject(AuditApi).page(() => {
    const merchant = this.merchant();
    return queryOf({ ...this.choice(), ...(merchant && { merchant }) }, this.after());
  });
  private readonly read = lastRead(this.page);
  protected readonly isFirstRead = computed(() => this.read() === undefined);
  protected readonly next = computed(() => this.read()?.next ?? null);
  protected readonly rows = computed(() => {
    this.language.current();
    const word = (key: string, values?: Record<string, string>) =>
      this.words.translate<string>(`audit.${key}`, values);
    const teller = { word, amount: (cents: number) => this.formats.amount(cents) };
    return (this.read()?.items ?? []).map((entry) => rowOf(entry, teller));
  });

  protected readonly times = computed(() => this.rows().map(({ at }) => at));

  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const word = (key: string) => this.words.translate<string>(`audit.${key}`);
    const people = new Map(this.rows().map(({ actor, who }) => [actor.id, who]));
    const known = [...people].flatMap(([value, name]) =>
      value && name ? [{ value, word: name }] : [],
    );
    return [
      {
        ...{ key: 'kind', word: word('kind'), kind: 'choice' },
        options: kinds.map((value) => ({ value, word: word(`kinds.${value}`) })),
      },
      { key: 'who', word: word('who'), kind: 'choice', options: known },
      { key: 'from', word: word('from'), kind: 'date' },
      { key: 'until', word: word('until'), kind: 'date' },
    ];
  });

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }

  protected dropFilters(): void {
    this.filter({ kind: null, who: null, from: null, until: null });
  }
}
