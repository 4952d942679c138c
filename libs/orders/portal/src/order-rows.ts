import type { ListedOrder, OrderDay } from '@toonbank/orders/contract';
import type { Formats } from '@toonbank/ui/look';
import { brandName, lookOf, lostStates } from './order-states';

export interface Row {
  readonly order: ListedOrder;
  readonly look: ReturnType<typeof lookOf>;
  readonly brand: string;
  /** It will not be paid any more. */
  readonly isLost: boolean;
  /** It changed while the list is looked at. */
  readonly isLive: boolean;
}

export interface Day {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly Row[];
  /** What was paid of all orders of the day, not only of those that are shown; undefined: not told. */
  readonly paid: number | undefined;
}

interface Read {
  readonly orders: readonly ListedOrder[];
  readonly live: ReadonlyMap<string, ListedOrder>;
  readonly totals: readonly OrderDay[] | undefined;
}

/** The rows of a list by the day they were made on, each as it is by now. */
export function daysOf({ orders, live, totals }: Read, formats: Formats): Day[] {
  const days: (Day & { rows: Row[] })[] = [];
  for (const known of orders) {
    const order = live.get(known.id) ?? known;
    const key = formats.dayKey(order.createdAt);
    if (days.at(-1)?.key !== key) {
      days.push({
        key,
        name: formats.dayHeading(order.createdAt),
        rows: [],
        paid: paidOn(totals, key),
      });
    }
    days.at(-1)!.rows.push(rowOf(order, live.has(known.id)));
  }
  return days;
}

function rowOf(order: ListedOrder, isLive: boolean): Row {
  const isLost = lostStates.has(order.status);
  return { order, look: lookOf(order), brand: brandName(order.paymentBrand), isLost, isLive };
}

export function paidOn(totals: readonly OrderDay[] | undefined, day: string): number | undefined {
  return totals?.filter((total) => total.day === day).reduce((sum, { paid }) => sum + paid, 0);
}
