import type { CountsPer, Month, ProRata } from '@toonbank/billing/contract';
import { dayOf } from '@toonbank/platform/clock';
import type { Id } from '@toonbank/primitives';
import { daysOf } from './months';
import type { Price } from './prices';

/** A webshop under one URL, from an instant that is in it until one that is not. */
export interface CountedPeriod {
  readonly merchantId: Id;
  readonly shopId: Id;
  readonly from: Date;
  readonly until: Date | null;
}

/** How many URLs of one shop (or contract) counted on each day of a month. */
export interface Usage {
  readonly merchantId: Id;
  /** Null: of the contract, that is of the merchant as a whole. */
  readonly shopId: Id | null;
  readonly perDay: readonly number[];
}

/** `count × unit / per`: what a line of a bill says. */
export interface Quantity {
  readonly count: number;
  readonly per: number;
}

/**
 * Reads the history of URLs for one month. A URL counts on a day when it stands at the end of that
 * day, Dutch time: one that changes during a day counts once, one that is entered by mistake and
 * taken out on the same day not at all. What counted on no day is left out.
 */
export function meter(
  periods: readonly CountedPeriod[],
  month: Month,
  countsPer: CountsPer,
): Usage[] {
  const days = daysOf(month);
  const units = new Map<string, { merchantId: Id; shopId: Id | null; perDay: number[] }>();
  for (const { merchantId, shopId, from, until } of periods) {
    const first = indexIn(days, dayOf(from));
    const end = until ? indexIn(days, dayOf(until)) : days.length;
    if (first >= end) continue;
    const key = countsPer === 'shop' ? shopId : merchantId;
    const unit = units.get(key) ?? {
      ...{ merchantId, shopId: countsPer === 'shop' ? shopId : null },
      perDay: days.map(() => 0),
    };
    for (let day = first; day < end; day++) unit.perDay[day]!++;
    units.set(key, unit);
  }
  return [...units.values()];
}

/** Where a day stands in the month: 0 when it is before it, the number of days when it is after. */
function indexIn(days: readonly string[], day: string): number {
  const index = days.findIndex((candidate) => candidate >= day);
  return index === -1 ? days.length : index;
}

/** The usage of several units as one: a fee is asked per merchant, whatever the bank counts by. */
export function together(usages: readonly Usage[]): readonly number[] {
  const [first, ...rest] = usages.map(({ perDay }) => perDay);
  return (first ?? []).map((count, day) => rest.reduce((sum, of) => sum + of[day]!, count));
}

/** How much of a price a month's usage is. By month: its busiest day. By day: every day for itself. */
export function quantities(
  { included }: Pick<Price, 'included'>,
  perDay: readonly number[],
  proRata: ProRata,
): { base: Quantity; urls: Quantity } {
  const beyond = perDay.map((count) => Math.max(0, count - included));
  const isThere = perDay.map((count) => Math.min(1, count));
  if (proRata === 'months') {
    const most = (counts: readonly number[]) => ({ count: Math.max(0, ...counts), per: 1 });
    return { base: most(isThere), urls: most(beyond) };
  }
  const all = (counts: readonly number[]) => ({
    count: counts.reduce((sum, count) => sum + count, 0),
    per: perDay.length,
  });
  return { base: all(isThere), urls: all(beyond) };
}

/** Whole cents, a half up: rounded once, on the line that shows it. */
export function amountOf({ count, per }: Quantity, unit: number): number {
  return divide(count * unit, per);
}

/** Half up, for amounts that are not below zero; exact, because nothing here is a fraction. */
export function divide(amount: number, by: number): number {
  return Math.floor((2 * amount + by) / (2 * by));
}
