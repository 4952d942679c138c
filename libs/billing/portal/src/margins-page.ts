import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Month } from '@toonbank/billing/contract';
import { Money } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Table } from '@toonbank/ui/lists';
import { Formats, LanguageChoice, PageHead, todayOf } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';

/** How many months one can choose from. */
const monthsBack = 36;

/** What is earned on each client, over closed months; this year when nothing is chosen. */
@Component({
  selector: 'tb-margins-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Money, PageHead, ProblemPanel, Skeleton],
    ...[Table],
  ],
  templateUrl: './margins-page.html',
  styleUrl: './totals.css',
  styles: `
    .remark {
      margin-top: var(--s-12);
      font-size: var(--t-13);
    }
  `,
})
export class MarginsPage {
  /** From the address: `/billing/margins?from=2026-01&until=2026-10`. */
  readonly from = input<string>();
  readonly until = input<string>();

  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);

  private readonly today = todayOf();
  private readonly thisMonth = computed(() => this.today().slice(0, 7));
  /** What is no month, or the wrong way round, is as if nothing was chosen. */
  protected readonly span = computed(() => {
    const until = Month.safeParse(this.until()).data ?? this.thisMonth();
    const from = Month.safeParse(this.from()).data ?? `${until.slice(0, 4)}-01`;
    return from <= until ? { from, until } : { from: until, until };
  });
  protected readonly read = inject(BillingApi).margins(() => this.span());
  protected readonly margins = lastRead(this.read);
  protected readonly values = computed(() => ({ from: this.from(), until: this.until() }));
  protected readonly lead = computed(() => {
    this.language.current();
    const { from, until } = this.span();
    const values = { from: this.formats.month(from), until: this.formats.month(until) };
    return this.say('margins.lead', values);
  });
  protected readonly crumbs = computed(() => {
    this.language.current();
    return [{ word: this.say('title'), link: ['/billing'] }];
  });
  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const options = monthsUpTo(this.thisMonth()).map((month) => ({
      value: month,
      word: this.formats.month(month),
    }));
    return [
      { key: 'from', word: this.say('margins.from'), kind: 'choice', options },
      { key: 'until', word: this.say('margins.until'), kind: 'choice', options },
    ];
  });

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: changes, queryParamsHandling: 'merge' });
  }

  private say(key: string, values: object = {}): string {
    return this.words.translate<string>(`billing.${key}`, values);
  }
}

/** Newest first. */
function monthsUpTo(last: Month): Month[] {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return Array.from({ length: monthsBack }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}
