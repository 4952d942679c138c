import { Component, computed, inject, input } from '@angular/core';
import type { Task } from '@toonbank/tasks/contract';
import { Moment } from '@toonbank/ui/figures';
import { Icon, Now } from '@toonbank/ui/look';

/** Until when a task may wait. */
@Component({
  selector: 'tb-task-clock',
  imports: [Icon, Moment],
  host: { '[class.late]': 'isLate()' },
  template: `<tb-icon name="clock" /> <tb-moment [at]="task().dueAt" form="relative" />`,
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
  protected readonly isLate = computed(() => Date.parse(this.task().dueAt) < this.now.ms());
}
