import { Component, computed, inject, input } from '@angular/core';
import type { Task } from '@toonbank/tasks/contract';
import { Moment } from '@toonbank/ui/figures';
import { Icon, Now } from '@toonbank/ui/look';

/** Until when a task may wait; of one without a clock, since when it does. */
@Component({
  selector: 'tb-task-clock',
  imports: [Icon, Moment],
  host: { '[class.late]': 'isLate()' },
  template: `@if (task().dueAt; as due) {
      <tb-icon name="clock" /> <tb-moment [at]="due" form="relative" />
    } @else {
      <tb-moment class="quiet" [at]="task().since" form="relative" />
    }`,
  styles: `
    :host(.late) {
      color: var(--bad);
      font-weight: var(--w-mid);
    }
    tb-icon {
      margin-inline-end: var(--s-4);
      vertical-align: -0.15em;
    }
  `,
})
export class TaskClock {
  readonly task = input.required<Task>();
  private readonly now = inject(Now);
  protected readonly isLate = computed(() => {
    const { dueAt } = this.task();
    return dueAt !== null && Date.parse(dueAt) < this.now.ms();
  });
}
