import type { Month } from '@toonbank/billing/contract';
import type { Id } from '@toonbank/primitives';
import { monthAfter } from './months';

/** A price of the price book: a sum for the month, some URLs included, a sum for each further URL. */
export interface Price {
  readonly base: number;
  readonly included: number;
  readonly perUrl: number;
}

/** Holds from its first month to its last, both included; of null there is none. */
export interface Dated {
  readonly id: Id;
  readonly from: Month;
  readonly until: Month | null;
}

export type BankPriceRow = Dated & Price & { readonly source: string };
/** Without a merchant: of everybody who has none of its own. */
export type FeeRow = Dated & Price & { readonly merchantId: Id | null };

/** S27: EUR 10.00 a month with 3 URLs, EUR 3.60 for each further one. Holds where no row does. */
export const knownBankPrice: Price & { readonly source: string } = {
  ...{ base: 1000, included: 3, perUrl: 360 },
  source: 'Rabobank, support: Rabo OnlineKassa',
};

export const noFee: Price = { base: 0, included: 0, perUrl: 0 };

export function holds({ from, until }: Omit<Dated, 'id'>, month: Month): boolean {
  return from <= month && (until === null || month <= until);
}

export function overlap(one: Omit<Dated, 'id'>, other: Omit<Dated, 'id'>): boolean {
  const startsInTime = (a: Omit<Dated, 'id'>, b: Omit<Dated, 'id'>) =>
    b.until === null || a.from <= b.until;
  return startsInTime(one, other) && startsInTime(other, one);
}

/** What runs when another begins, ended in the month before. Undefined: nothing that began earlier. */
export function endedBefore<Row extends Dated>(rows: readonly Row[], from: Month): Row | undefined {
  const running = rows.find((row) => row.from < from && holds(row, from));
  return running && { ...running, until: monthAfter(from, -1) };
}

/**
 * What ended just before this one began, going on in its place when it is taken out: no month is left
 * without the price that held before. Undefined: nothing ended there.
 */
export function reopenedWithout<Row extends Dated>(
  rows: readonly Row[],
  { from, until }: Omit<Dated, 'id'>,
): Row | undefined {
  const before = rows.find((row) => row.until === monthAfter(from, -1));
  return before && { ...before, until };
}

export function bankPriceOf(
  rows: readonly BankPriceRow[],
  month: Month,
): Price & { readonly source: string } {
  return rows.find((row) => holds(row, month)) ?? knownBankPrice;
}

/** A merchant's own fee where it has one, else everybody's. */
export function feeOf(rows: readonly FeeRow[], merchantId: Id, month: Month): Price {
  const now = rows.filter((row) => holds(row, month));
  const own = now.find((row) => row.merchantId === merchantId);
  return own ?? now.find((row) => row.merchantId === null) ?? noFee;
}

/** The closed months in which the price book says something else after a change than before it. */
export function rewritten<Row extends Dated & Price>(
  closed: readonly Month[],
  before: readonly Row[],
  after: readonly Row[],
): Month[] {
  const priceIn = (rows: readonly Row[], month: Month) => {
    const row = rows.find((candidate) => holds(candidate, month));
    return row && `${row.base} ${row.included} ${row.perUrl}`;
  };
  return closed.filter((month) => priceIn(before, month) !== priceIn(after, month));
}
