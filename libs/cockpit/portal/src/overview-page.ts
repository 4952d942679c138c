import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { DayChart } from '@toonbank/ui/charts';
import { Ledger, Moment, Spark } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import {
  daysAfter,
  Formats,
  Icon,
  LanguageChoice,
  Now,
  PageHead,
  StatusChip,
} from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { verdictLooks, waitingOf } from './attention-rows';
import { barsOf, chartDays, figuresOf } from './figures';
import { OverviewApi } from './overview-api';

/** The first page of the day: what waits for somebody, what came in, and how each webshop does. */
@Component({
  selector: 'tb-overview-page',
  imports: [
    ...[RouterLink, TranslocoDirective, DayChart, Empty, Icon, Ledger, Moment, PageHead],
    ...[ProblemPanel, Skeleton, Spark, StatusChip, Table],
  ],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.css',
})
export class OverviewPage {
  /** From the address: `/:environment/overview?merchant=`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();

  private readonly api = inject(OverviewApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly now = inject(Now);
  protected readonly formats = inject(Formats);
  protected readonly looks = verdictLooks;

  private readonly place = computed(() => {
    const merchantId = this.merchant();
    return { environment: this.environment(), ...(merchantId && { merchantId }) };
  });
  private readonly moment = computed(() => new Date(this.now.ms()).toISOString());
  private readonly today = computed(() => this.formats.dayKey(this.moment()));

  protected readonly read = this.api.overview(() => this.place());
  protected readonly sums = this.api.totals(() => ({
    ...this.place(),
    // Four weeks and the four before them: the month so far is within.
    from: daysAfter(this.today(), 1 - 2 * chartDays),
    until: this.today(),
  }));
  protected readonly overview = lastRead(this.read);
  private readonly totals = lastRead(this.sums);

  /** Everything is shown at once: what came one by one would push the rest down. */
  protected readonly isSettled = computed(
    () => !!(this.overview() ?? this.read.error()) && !!(this.totals() ?? this.sums.error()),
  );
  protected readonly above = computed(
    () => `${this.formats.day(this.moment())}, ${this.formats.short(this.moment())}`,
  );
  protected readonly waiting = computed(() =>
    (this.overview()?.attention ?? []).map((one) => waitingOf(one, this.environment())),
  );
  protected readonly title = computed(() => {
    this.language.current();
    if (!this.overview()) return this.word('title');
    const count = this.waiting().length;
    if (count === 0 && this.overview()?.webshopCount === 0) return this.word('verdict.begin');
    const key = count === 0 ? 'nothing' : count === 1 ? 'one' : 'many';
    return this.word(`verdict.${key}`, { count: this.formats.count(count) });
  });
  protected readonly figures = computed(() => {
    const days = this.totals()?.days;
    return days && figuresOf(days, this.today());
  });
  protected readonly lines = computed(() => {
    this.language.current();
    const figures = this.figures();
    if (!figures) return [];
    const keys = ['today', 'yesterday', 'weekBefore', 'month'] as const;
    return keys.map((key) => ({ label: this.word(`money.${key}`), cents: figures[key] }));
  });
  protected readonly bars = computed(() => barsOf(this.totals()?.days ?? [], this.today()));

  private word(key: string, values?: Record<string, unknown>): string {
    return this.words.translate<string>(`cockpit.${key}`, values);
  }
}
