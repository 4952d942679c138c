import type { TaskKind } from '@toonbank/primitives';
import type { Task } from '@toonbank/tasks/contract';
import type { IconName } from '@toonbank/ui/look';

interface TaskLook {
  readonly icon: IconName;
  /** Where it is done: below the environment of the task. */
  readonly page: (task: Task) => readonly string[];
}

/** How each kind of task looks and where its button leads. */
const looks: Readonly<Record<TaskKind, TaskLook>> = {
  'order-look': { icon: 'triangle-alert', page: ({ subjectId }) => ['orders', subjectId] },
  'refund-approval': { icon: 'user-check', page: ({ subjectId }) => ['refunds', subjectId] },
  'refund-elsewhere': { icon: 'external-link', page: ({ subjectId }) => ['refunds', subjectId] },
};

export function iconOf({ kind }: Task): IconName {
  return looks[kind].icon;
}

export function linkOf(task: Task): readonly string[] {
  return ['/', task.environment ?? 'production', ...looks[task.kind].page(task)];
}
