import type { Refundable as AtBank } from '@toonbank/bank-client/server';
import type { Payment } from '@toonbank/orders/server';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import type { NothingBecause } from '@toonbank/refunds/contract';
import { routeOf } from './refund-status';

/** S33: through day 60 after the transaction. */
const refundDays = 60;

/** Until when the bank gives a payment back. */
export interface RefundEnd {
  /** By the rule. */
  readonly lastDay: string;
  /** The first moment at which it is too late. */
  readonly at: Date;
}

/**
 * The bank's own moment goes first, the rule stands in where it said nothing. Null: what goes back
 * outside the bank has no end of the bank's.
 */
export function endOf(
  { paidAt, paymentBrand }: Pick<Payment, 'paidAt' | 'paymentBrand'>,
  bank: Pick<AtBank, 'expiresAt'> | null,
): RefundEnd | null {
  if (routeOf(paymentBrand) !== 'bank') return null;
  const lastDay = dayAfter(dayOf(paidAt), refundDays);
  return { lastDay, at: bank?.expiresAt ?? startOfDay(dayAfter(lastDay)) };
}

/** How far a payment can be given back at a moment, whatever was given back of it here. */
export interface RefundLimit {
  /** Cents, by the bank; no limit where the bank is not the way, or said nothing. */
  readonly most: number;
  readonly isTooLate: boolean;
  /** The first moment at which it is too late; null: there is none. */
  readonly endsAt: Date | null;
}

/** What is left to give back, in cents, and why that is nothing. */
export function restOf(
  { amount, held }: Pick<Payment, 'amount'> & { readonly held: number },
  { most, isTooLate }: Omit<RefundLimit, 'endsAt'>,
): { readonly rest: number; readonly nothingBecause: NothingBecause | null } {
  const rest = Math.max(0, Math.min(amount - held, most));
  // Who has given all of it back must not read that it is too late, and transfer it once more. Only
  // our own count tells: the bank calls every rest 0 when its time is over.
  if (held >= amount) return { rest: 0, nothingBecause: 'all-given-back' };
  if (isTooLate) return { rest: 0, nothingBecause: 'too-late' };
  return { rest, nothingBecause: rest === 0 ? 'all-given-back' : null };
}
