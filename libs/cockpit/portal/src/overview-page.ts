import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { sumsOf } from '@toonbank/refunds/portal/parts';
import { TasksApi, TaskSayings } from '@toonbank/tasks/portal/parts';
import { DayChart } from '@toonbank/ui/charts';
import { Moment, Spark } from '@toonbank/ui/figures';
import { Ledger } from '@toonbank/ui/ledger';
import { Table } from '@toonbank/ui/lists';
import {
  daysAfter,
  Formats,
  Icon,
  LanguageChoice,
  Now,
  PageHead,
  periodOf,
  StatusChip,
} from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { asksUs, attentionRow, taskRow, urgentFirst } from './attention-rows';
import { barsOf, chartDays, figuresOf } from './figures';
import { OverviewApi } from './overview-api';
import { verdictLooks } from './verdict-looks';

/** The first page of the day: what waits for somebody, what came in, and how each webshop does. */
@Component({
  selector: 'tb-overview-page',
  imports: [
    // Deferred, which only a name that stands by itself can be.
    DayChart,
    ...[RouterLink, TranslocoDirective, Empty, Icon, Ledger, Moment, PageHead],
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
  private readonly session = inject(SessionApi);
  private readonly sayings = inject(TaskSayings);
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
  protected readonly today = computed(() => this.formats.dayKey(this.moment()));
  private readonly startOfToday = computed(() => periodOf(this.today(), undefined).from);

  protected readonly read = this.api.overview(() => this.place());
  protected readonly sums = this.api.totals(() => ({
    ...this.place(),
    // Four weeks and the four before them: the month so far is within.
    from: daysAfter(this.today(), 1 - 2 * chartDays),
    until: this.today(),
  }));
  protected readonly mayTask = computed(() => this.session.has('tasks:read'));
  private readonly taskRead = inject(TasksApi).page(() =>
    this.mayTask() ? { ...this.place(), limit: '50' } : undefined,
  );
  private readonly tasks = lastRead(this.taskRead);
  private readonly mayRefunds = computed(() => this.session.has('refunds:read'));
  private readonly returned = this.api.refunds(() =>
    this.mayRefunds() ? { ...this.place(), from: this.startOfToday() } : undefined,
  );
  private readonly returnedSums = lastRead(this.returned);
  protected readonly mayAdd = computed(() => this.session.has('merchants:write'));
  protected readonly overview = lastRead(this.read);
  private readonly totals = lastRead(this.sums);

  /** Everything is shown at once: what came one by one would push the rest down. */
  protected readonly isSettled = computed(
    () =>
      !!(this.overview() ?? this.read.error()) &&
      !!(this.totals() ?? this.sums.error()) &&
      (!this.mayTask() || !!(this.tasks() ?? this.taskRead.error())) &&
      (!this.mayRefunds() || !!(this.returnedSums() ?? this.returned.error())),
  );
  protected readonly above = computed(
    () => `${this.formats.day(this.moment())}, ${this.formats.short(this.moment())}`,
  );
  protected readonly waiting = computed(() => {
    this.language.current();
    const found = (this.overview()?.attention ?? []).map((one) =>
      attentionRow(one, this.environment(), (key, values) => this.word(key, values)),
    );
    const told = (this.tasks()?.items ?? []).filter((task) => asksUs(task, this.now.ms()));
    const rows = told.map((task) => taskRow(task, this.sayings, this.now.ms()));
    return urgentFirst([...found, ...rows]);
  });
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
  /** What came in today, what went back, and what that makes. */
  protected readonly netto = computed(() => {
    this.language.current();
    const [figures, sums] = [this.figures(), this.returnedSums()];
    if (!figures) return [];
    const today = { label: this.word('money.today'), cents: figures.today };
    if (!sums) return [today];
    const { together } = sumsOf(sums.totals);
    return [today, { label: this.word('money.returned'), cents: -together }];
  });
  protected readonly lines = computed(() => {
    this.language.current();
    const figures = this.figures();
    if (!figures) return [];
    const keys = ['weekBefore', 'yesterday', 'month'] as const;
    return keys.map((key) => ({ label: this.word(`money.${key}`), cents: figures[key] }));
  });
  protected readonly bars = computed(() => barsOf(this.totals()?.days ?? [], this.today()));

  private word(key: string, values?: Record<string, unknown>): string {
    return this.words.translate<string>(`cockpit.${key}`, values);
  }
}
