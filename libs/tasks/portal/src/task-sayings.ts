import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Task } from '@toonbank/tasks/contract';
import { Formats } from '@toonbank/ui/look';

/** What a task says, with amounts and days as people write them. */
@Injectable({ providedIn: 'root' })
export class TaskSayings {
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);

  /** What is to be done. */
  what(task: Task): string {
    return this.say(task, 'what');
  }

  /** Where it is and why it waits. */
  more(task: Task): string {
    return this.say(task, 'more');
  }

  /** The button. */
  act(task: Task): string {
    return this.say(task, 'act');
  }

  private say(task: Task, part: string): string {
    const { facts, host, merchantName: merchant } = task;
    const { amount, month, from, until } = facts;
    return this.words.translate<string>(`tasks.kinds.${task.kind}.${part}`, {
      ...{ ...facts, host, merchant },
      ...(typeof amount === 'number' && { amount: this.formats.amount(amount) }),
      ...(typeof from === 'string' && { from: this.formats.date(from) }),
      ...(typeof until === 'string' && { until: this.formats.date(until) }),
      ...(typeof month === 'string' && { month: this.formats.month(month) }),
    });
  }
}
