import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { type Id, TaskKind } from '@toonbank/primitives';
import { type Task, TaskBall } from '@toonbank/tasks/contract';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Sending } from '@toonbank/ui/forms';
import { Pager, Table } from '@toonbank/ui/lists';
import { LanguageChoice, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { TaskClock } from './task-clock';
import { iconOf, linkOf } from './task-looks';
import { TaskOwner } from './task-owner';
import { TaskSayings } from './task-sayings';
import { TasksApi } from './tasks-api';

/** What waits, on whom, until when; the nearest clock first. */
@Component({
  selector: 'tb-tasks-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, PageHead, Pager, ProblemPanel],
    ...[Skeleton, Table, TaskClock, TaskOwner],
  ],
  templateUrl: './tasks-page.html',
  styles: `
    .doing {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-8) var(--s-16);
      margin-top: var(--s-8);
    }
  `,
})
export class TasksPage {
  /** From the address: `/tasks?…`. */
  readonly merchant = input<Id>();
  readonly kind = input<string>();
  readonly on = input<string>();
  readonly owner = input<string>();
  readonly after = input<string>();

  private readonly api = inject(TasksApi);
  private readonly session = inject(SessionApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly sayings = inject(TaskSayings);
  protected readonly sending = new Sending();
  /** Of which task the colleague is being chosen. */
  protected readonly giving = signal<Id | undefined>(undefined);

  protected readonly page = this.api.page(() => ({
    ...{ merchantId: this.merchant(), kind: this.kind(), on: this.on(), owner: this.owner() },
    after: this.after(),
  }));
  protected readonly read = lastRead(this.page);
  private readonly people = lastRead(this.api.colleagues());
  protected readonly colleagues = computed(() => this.people()?.colleagues ?? []);
  protected readonly me = computed(() => {
    const email = this.session.current()?.email;
    return this.colleagues().find((colleague) => colleague.email === email)?.id;
  });

  protected readonly rows = computed(() => {
    this.language.current();
    return (this.read()?.items ?? []).map((task) => ({
      ...{ task, icon: iconOf(task), link: linkOf(task) },
      ...{ what: this.sayings.what(task), more: this.sayings.more(task) },
      act: this.session.has(task.right) ? this.sayings.act(task) : undefined,
    }));
  });
  protected readonly values = computed(() => ({
    ...{ kind: this.kind(), on: this.on(), owner: this.owner() },
  }));
  protected readonly isFiltered = computed(() =>
    Object.values(this.values()).some((value) => !!value),
  );
  protected readonly fields = computed<readonly FilterField[]>(() => {
    this.language.current();
    const word = (key: string) => this.words.translate<string>(`tasks.${key}`);
    const people = this.colleagues().map(({ id, email }) => ({ value: id, word: email }));
    return [
      {
        ...{ key: 'owner', word: word('owner'), kind: 'choice' },
        options: [
          { value: 'me', word: word('me') },
          { value: 'nobody', word: word('nobody') },
          ...people.filter(({ value }) => value !== this.me()),
        ],
      },
      {
        ...{ key: 'on', word: word('waitsOn'), kind: 'choice' },
        options: TaskBall.options.map((value) => ({ value, word: word(`balls.${value}`) })),
      },
      {
        ...{ key: 'kind', word: word('kind'), kind: 'choice' },
        options: TaskKind.options.map((value) => ({ value, word: word(`kinds.${value}.name`) })),
      },
    ];
  });

  protected async give({ id }: Task, owner: Id | null): Promise<void> {
    const isDone = await this.sending.run(() => this.api.give(id, owner));
    if (isDone) this.giving.set(undefined);
    this.page.reload();
  }

  protected dropFilters(): void {
    this.filter(Object.fromEntries(Object.keys(this.values()).map((key) => [key, null])));
  }

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }
}
