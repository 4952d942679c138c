import type { Order, OrderStatus } from '@toonbank/orders/contract';
import type { IconName, Tone } from '@toonbank/ui';

interface Look {
  readonly icon: IconName;
  readonly tone: Tone;
}

const looks: Readonly<Record<OrderStatus, Look>> = {
  ANNOUNCING: { icon: 'circle-dashed', tone: 'plain' },
  IN_PROGRESS: { icon: 'circle-dot', tone: 'info' },
  COMPLETED: { icon: 'circle-check', tone: 'ok' },
  CANCELLED: { icon: 'ban', tone: 'plain' },
  EXPIRED: { icon: 'timer-off', tone: 'plain' },
  REFUSED: { icon: 'circle-x', tone: 'bad' },
};

/** How an order's state looks. What wants a person comes before the status itself. */
export function lookOf({ status, needsLook }: Pick<Order, 'status' | 'needsLook'>): Look & {
  readonly word: OrderStatus | 'NEEDS_LOOK';
} {
  if (needsLook) return { icon: 'triangle-alert', tone: 'warn', word: 'NEEDS_LOOK' };
  return { ...looks[status], word: status };
}
