import type { WebshopVerdict } from '@toonbank/cockpit/contract';
import type { WebshopDay } from '@toonbank/orders/server';

/** The figures of one status on one day. */
export type Day = Omit<WebshopDay, 'webshopId'>;

/** What is known of one webshop, over fourteen days of which the last is today. */
export interface Seen {
  readonly days: readonly Day[];
  /** The fourteen days, oldest first. */
  readonly calendar: readonly string[];
  readonly keysExpireAt: Date | null;
  readonly hasKeys: boolean;
  readonly looks: number;
  readonly now: Date;
}

export interface Health {
  readonly verdict: WebshopVerdict;
  readonly lastPaidOn: string | null;
  readonly succeeded: number | null;
  readonly paidPerDay: readonly number[];
}

const dayMs = 24 * 3_600_000;
/** From so many days on a key that expires asks for somebody. */
export const keyWarningDays = 60;
const endStatuses = ['COMPLETED', 'CANCELLED', 'EXPIRED', 'REFUSED'];
/** Quiet: that many days of trade before, and not one order in the last two days. */
const usualDays = 10;
const quietDays = 2;

/** The verdict on a webshop: pure, so that each reason can be tried as a line of a table. */
export function healthOf(seen: Seen): Health {
  const { days, calendar } = seen;
  const paid = calendar.map((day) => sum(days, (d) => d.day === day && d.status === 'COMPLETED'));
  const lastPaid = paid.findLastIndex((orders) => orders > 0);
  return {
    verdict: verdictOf(seen),
    lastPaidOn: calendar[lastPaid] ?? null,
    succeeded: succeeded(days, calendar.slice(-7)),
    paidPerDay: paid,
  };
}

function verdictOf(seen: Seen): WebshopVerdict {
  if (!seen.hasKeys) return 'not-live';
  if (expiresSoon(seen.keysExpireAt, seen.now)) return 'key-expires';
  if (quietSince(seen)) return 'quiet';
  return seen.looks > 0 ? 'needs-look' : 'healthy';
}

export function expiresSoon(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() - now.getTime() < keyWarningDays * dayMs;
}

/** The last day with an order, when a webshop that used to sell daily stopped; else undefined. */
export function quietSince({
  days,
  calendar,
}: Pick<Seen, 'days' | 'calendar'>): string | undefined {
  const sold = calendar.map((day) => sum(days, (d) => d.day === day) > 0);
  const before = sold.slice(0, -quietDays);
  const isQuiet = !sold.slice(-quietDays).some(Boolean);
  if (!isQuiet || before.filter(Boolean).length < usualDays) return undefined;
  return calendar[before.lastIndexOf(true)];
}

function succeeded(days: readonly Day[], week: readonly string[]): number | null {
  const ended = sum(days, (d) => week.includes(d.day) && endStatuses.includes(d.status));
  const paid = sum(days, (d) => week.includes(d.day) && d.status === 'COMPLETED');
  return ended === 0 ? null : paid / ended;
}

function sum(days: readonly Day[], fits: (day: Day) => boolean): number {
  return days.filter(fits).reduce((total, { orders }) => total + orders, 0);
}
