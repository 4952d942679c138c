import type { RefundStatus, RefundTotal } from '@toonbank/refunds/contract';

/** What totals come to. Amounts are whole cents. */
export interface Sums {
  /** How many go back, or went. */
  readonly refunds: number;
  readonly back: number;
  readonly underWay: number;
  /** Both of the above. */
  readonly together: number;
  /** How many came to nothing, which no amount counts. */
  readonly lost: number;
}

const back: readonly RefundStatus[] = ['SUCCEEDED', 'CONFIRMED'];
const lost: readonly RefundStatus[] = ['FAILED', 'REJECTED'];

export function sumsOf(totals: readonly RefundTotal[]): Sums {
  const live = totals.filter(({ status }) => !lost.includes(status));
  const [all, done] = [centsOf(live), centsOf(live.filter(({ status }) => back.includes(status)))];
  const refunds = countOf(live);
  return {
    ...{ refunds, back: done, underWay: all - done, together: all },
    lost: countOf(totals) - refunds,
  };
}

function centsOf(totals: readonly RefundTotal[]): number {
  return totals.reduce((all, { sum }) => all + sum, 0);
}

function countOf(totals: readonly RefundTotal[]): number {
  return totals.reduce((all, { refunds }) => all + refunds, 0);
}
