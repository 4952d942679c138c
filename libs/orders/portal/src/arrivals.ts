import type { ListedOrder } from '@toonbank/orders/contract';
import { periodOf } from '@toonbank/ui/look';
import type { OrderChoice } from './order-filters';

/**
 * How many orders were made since a list was read that would stand in it. An older order that merely
 * changed is not one of them: it stands further down, or was narrowed away.
 */
export function arrivalsOf(
  live: Iterable<ListedOrder>,
  shown: readonly ListedOrder[],
  choice: OrderChoice,
): number {
  const known = new Set(shown.map(({ id }) => id));
  const newest = shown[0]?.createdAt ?? '';
  return [...live].filter(
    (order) => !known.has(order.id) && order.createdAt >= newest && fits(order, choice),
  ).length;
}

function fits(order: ListedOrder, choice: OrderChoice): boolean {
  const { from, until } = periodOf(choice.from, choice.until);
  const beginning = choice.order?.toLowerCase();
  const is = (asked: string | undefined, found: unknown) => !asked || asked === String(found);
  return (
    is(choice.webshop, order.webshopId) &&
    is(choice.status, order.status) &&
    is(choice.look, order.needsLook) &&
    is(choice.brand, order.paymentBrand) &&
    is(choice.amount, order.total.amount) &&
    (!beginning || order.merchantOrderId.toLowerCase().startsWith(beginning)) &&
    (!from || order.createdAt >= from) &&
    (!until || order.createdAt < until)
  );
}
