import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TaskCount } from '@toonbank/tasks/portal';
import { Icon } from '@toonbank/ui/look';

const mostShown = 99;

/** The way to what waits, with how many of it ask something of the agency. */
@Component({
  selector: 'tb-task-bell',
  imports: [RouterLink, TranslocoDirective, Icon],
  template: `@if (tasks.mayRead()) {
    <ng-container *transloco="let t; prefix: 'shell'">
      <a
        class="ibtn"
        routerLink="/tasks"
        [attr.aria-label]="t('tasksOpen', { count: count() })"
        [title]="t('tasksOpen', { count: count() })"
      >
        <tb-icon name="bell" />
        @if (count() > 0) {
          <span class="dot" aria-hidden="true">{{ short() }}</span>
        }
      </a>
    </ng-container>
  }`,
  styles: `
    .ibtn {
      position: relative;
    }
    .dot {
      position: absolute;
      top: 1px;
      inset-inline-end: 0;
      min-width: 1rem;
      padding: 0 0.2rem;
      border-radius: 0.5rem;
      background: var(--bad-solid);
      color: var(--on-bad);
      font-size: 0.6875rem;
      font-weight: var(--w-head);
      line-height: 1rem;
      text-align: center;
    }
  `,
})
export class TaskBell {
  protected readonly tasks = inject(TaskCount);
  protected readonly count = computed(() => this.tasks.asking() ?? 0);
  protected readonly short = computed(() =>
    this.count() > mostShown ? `${mostShown}+` : String(this.count()),
  );
}
