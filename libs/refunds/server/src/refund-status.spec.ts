import { RefundStatus } from '@toonbank/refunds/contract';
import { describe, expect, it } from 'vitest';
import {
  afterEvent,
  holdsMoney,
  isEnd,
  nextAskMs,
  type RefundEvent,
  routeOf,
} from './refund-status';

const events: readonly RefundEvent[] = [
  ...(['approved', 'rejected', 'PENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED'] as const),
  ...(['refused', 'confirmed', 'dropped'] as const),
];
/** In the order of the events; a dash: it does not befall it. */
const table: Readonly<Record<RefundStatus, string>> = {
  AWAITING_APPROVAL: 'SENDING REJECTED - - - - - - -',
  SENDING: '- - PENDING UNKNOWN SUCCEEDED FAILED FAILED - -',
  PENDING: '- - PENDING UNKNOWN SUCCEEDED FAILED - - -',
  UNKNOWN: '- - PENDING UNKNOWN SUCCEEDED FAILED - - -',
  ELSEWHERE: '- - - - - - - CONFIRMED REJECTED',
  SUCCEEDED: '- - - - - - - - -',
  FAILED: '- - - - - - - - -',
  REJECTED: '- - - - - - - - -',
  CONFIRMED: '- - - - - - - - -',
};

describe('a refund', () => {
  it.each(RefundStatus.options)('that is %s goes where the table says', (from) => {
    const line = events.map((event) => afterEvent(from, event, 'bank') ?? '-').join(' ');
    expect(line).toBe(table[from]);
  });

  it('that is approved and not by the bank waits for a person', () => {
    expect(afterEvent('AWAITING_APPROVAL', 'approved', 'paypal')).toBe('ELSEWHERE');
    expect(afterEvent('AWAITING_APPROVAL', 'approved', 'bank-transfer')).toBe('ELSEWHERE');
  });

  it('holds its money unless it failed or was rejected', () => {
    expect(RefundStatus.options.filter((status) => !holdsMoney(status))).toEqual([
      'FAILED',
      'REJECTED',
    ]);
  });

  it('is asked for while the bank may still say something, ever less often', () => {
    const asked = RefundStatus.options.filter((status) => nextAskMs(status, 0) !== undefined);
    expect(asked).toEqual(['SENDING', 'PENDING', 'UNKNOWN']);
    const waits = [0, 1, 2, 9, 99].map((tries) => nextAskMs('SENDING', tries)! / 60_000);
    expect(waits).toEqual([1, 2, 4, 360, 360]);
    expect(RefundStatus.options.filter(isEnd)).toHaveLength(4);
  });

  it.each([
    ['IDEAL', 'bank'],
    ['PAYPAL', 'paypal'],
    ['BANCONTACT', 'bank-transfer'],
    ['SOMETHING_NEW', 'bank'],
  ])('of %s goes by %s', (brand, route) => {
    expect(routeOf(brand)).toBe(route);
  });
});
