import type { TaskKind } from '@toonbank/primitives';
import type { Task } from '@toonbank/tasks/contract';
import type { IconName } from '@toonbank/ui/look';

interface TaskLook {
  readonly icon: IconName;
  /** Where it is done. */
  readonly page: (task: Task) => readonly string[];
}

/** How each kind of task looks and where its button leads. */
const looks: Readonly<Record<TaskKind, TaskLook>> = {
  'order-look': { icon: 'triangle-alert', page: inEnvironment('orders') },
  'refund-approval': { icon: 'user-check', page: inEnvironment('refunds') },
  'refund-elsewhere': { icon: 'external-link', page: inEnvironment('refunds') },
  'refund-keys': { icon: 'key-round', page: inEnvironment('webshops') },
  'key-rotation': { icon: 'git-compare-arrows', page: inEnvironment('keys', 'rotations') },
  'key-expiry': { icon: 'key-round', page: inEnvironment('webshops') },
  'method-signing': { icon: 'pencil', page: ofMerchant('payment-methods') },
  'method-activation': { icon: 'hourglass', page: ofMerchant('payment-methods') },
  'paypal-proof': {
    icon: 'circle-check',
    page: ({ subjectId }) => ['/merchants', subjectId, 'payment-methods', 'paypal'],
  },
  'webshop-ending': {
    icon: 'calendar',
    page: ({ environment, subjectId }) => [
      ...['/', environment ?? 'production', 'webshops', subjectId, 'ending'],
    ],
  },
  'month-to-close': {
    icon: 'receipt-text',
    page: ({ facts }) => ['/billing/runs', String(facts['month'])],
  },
  'invoice-overdue': {
    icon: 'receipt-text',
    page: ({ subjectId }) => ['/billing/invoices', subjectId],
  },
  'export-undelivered': { icon: 'download', page: inEnvironment('exports', 'schedules') },
};

function inEnvironment(...room: readonly string[]): TaskLook['page'] {
  return ({ environment, subjectId }) => ['/', environment ?? 'production', ...room, subjectId];
}

function ofMerchant(page: string): TaskLook['page'] {
  return ({ merchantId, subjectId }) => ['/merchants', merchantId ?? '', page, subjectId];
}

export function iconOf({ kind }: Task): IconName {
  return looks[kind].icon;
}

export function linkOf(task: Task): readonly string[] {
  return looks[task.kind].page(task);
}
