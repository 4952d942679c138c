import type { OrderDay } from '@toonbank/orders/contract';
import type { DayBar } from '@toonbank/ui/charts';
import { daysAfter } from '@toonbank/ui/look';

/** How many days the chart shows, each beside the day so many days before it. */
export const chartDays = 28;

/** What came in, in whole cents; orders that are still open are counted. */
export interface Figures {
  readonly today: number;
  readonly yesterday: number;
  readonly weekBefore: number;
  readonly month: number;
  readonly open: number;
}

export function figuresOf(days: readonly OrderDay[], today: string): Figures {
  const paid = (fits: (day: string) => boolean) =>
    days.filter(({ day }) => fits(day)).reduce((sum, { paid: cents }) => sum + cents, 0);
  const month = today.slice(0, 7);
  return {
    today: paid((day) => day === today),
    yesterday: paid((day) => day === daysAfter(today, -1)),
    weekBefore: paid((day) => day === daysAfter(today, -7)),
    month: paid((day) => day.startsWith(month)),
    open: days
      .filter(({ status }) => status === 'IN_PROGRESS' || status === 'ANNOUNCING')
      .reduce((sum, { orders }) => sum + orders, 0),
  };
}

/** The days up to today; a day without orders is a day with nothing. */
export function barsOf(days: readonly OrderDay[], today: string): DayBar[] {
  const paid = new Map<string, number>();
  for (const { day, paid: cents } of days) paid.set(day, (paid.get(day) ?? 0) + cents);
  return Array.from({ length: chartDays }, (_, index) => {
    const day = daysAfter(today, index + 1 - chartDays);
    const before = paid.get(daysAfter(day, -chartDays)) ?? null;
    return { day, cents: paid.get(day) ?? 0, before };
  });
}
