import type { OrderStatus } from '@toonbank/orders/contract';

/** Where an order can go from each status. End statuses are never left. */
const next: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  ANNOUNCING: ['IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'REFUSED'],
  IN_PROGRESS: ['COMPLETED', 'CANCELLED', 'EXPIRED'],
  COMPLETED: [],
  CANCELLED: [],
  EXPIRED: [],
  REFUSED: [],
};

/** What it means that the bank reports `to` for an order that is now in `from`. */
export function transition(
  from: OrderStatus,
  to: OrderStatus,
): 'apply' | 'repeat' | 'contradiction' {
  if (from === to) return 'repeat';
  return next[from].includes(to) ? 'apply' : 'contradiction';
}

export function isEnd(status: OrderStatus): boolean {
  return next[status].length === 0;
}
