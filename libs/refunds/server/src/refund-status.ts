import { laneOf } from '@toonbank/payment-methods/contract';
import type { RefundRoute, RefundStatus } from '@toonbank/refunds/contract';

/** What can befall a refund. */
export type RefundEvent =
  | 'approved'
  | 'rejected'
  | 'PENDING'
  | 'UNKNOWN'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'refused'
  | 'confirmed'
  | 'dropped';

const told = ['PENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED'] as const;
const ends: readonly RefundStatus[] = ['SUCCEEDED', 'FAILED', 'REJECTED', 'CONFIRMED'];

/** Where an event brings a refund; undefined: it does not befall a refund in this status. */
export function afterEvent(
  from: RefundStatus,
  event: RefundEvent,
  route: RefundRoute,
): RefundStatus | undefined {
  switch (from) {
    case 'AWAITING_APPROVAL':
      if (event === 'approved') return startOf(route);
      return event === 'rejected' ? 'REJECTED' : undefined;
    case 'SENDING':
      return event === 'refused' ? 'FAILED' : told.find((status) => status === event);
    case 'PENDING':
    case 'UNKNOWN':
      return told.find((status) => status === event);
    case 'ELSEWHERE':
      if (event === 'confirmed') return 'CONFIRMED';
      return event === 'dropped' ? 'REJECTED' : undefined;
    case 'SUCCEEDED':
    case 'FAILED':
    case 'REJECTED':
    case 'CONFIRMED':
      return undefined;
  }
}

/** Where an approved refund begins. */
export function startOf(route: RefundRoute): RefundStatus {
  return route === 'bank' ? 'SENDING' : 'ELSEWHERE';
}

export function isEnd(status: RefundStatus): boolean {
  return ends.includes(status);
}

/** Whether its amount is given back, or may be: it is then not there for another refund. */
export function holdsMoney(status: RefundStatus): boolean {
  return status !== 'FAILED' && status !== 'REJECTED';
}

/** S33: PayPal refunds in PayPal, Bancontact by bank transfer. */
export function routeOf(paymentBrand: string): RefundRoute {
  if (laneOf(paymentBrand) === 'paypal') return 'paypal';
  return paymentBrand === 'BANCONTACT' ? 'bank-transfer' : 'bank';
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * How long until the bank is asked again. An answer that never came is asked for soon and then ever
 * less; of a refund that is under way nothing is to be heard for days.
 */
export function nextAskMs(status: RefundStatus, tries: number): number | undefined {
  if (status === 'SENDING') return Math.min(minute * 2 ** Math.min(tries, 12), 6 * hour);
  if (status === 'UNKNOWN') return Math.min(15 * minute * 2 ** Math.min(tries, 12), 6 * hour);
  return status === 'PENDING' ? 6 * hour : undefined;
}
