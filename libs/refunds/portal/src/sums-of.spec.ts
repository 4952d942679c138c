import { RefundStatus, type RefundTotal } from '@toonbank/refunds/contract';
import { describe, expect, it } from 'vitest';
import { sumsOf } from './sums-of';

const total = (status: RefundStatus, sum: number, refunds = 1): RefundTotal => ({
  ...{ route: 'bank', status, sum, refunds },
});

describe('what totals of refunds come to', () => {
  it('is nothing when there are none', () => {
    expect(sumsOf([])).toEqual({ refunds: 0, back: 0, underWay: 0, together: 0, lost: 0 });
  });

  it('adds up, and leaves out what came to nothing', () => {
    const totals = [
      ...[total('SUCCEEDED', 300, 2), total('CONFIRMED', 20), total('PENDING', 4, 3)],
      ...[total('FAILED', 5000), total('REJECTED', 60_000, 2)],
    ];
    expect(sumsOf(totals)).toEqual({
      ...{ refunds: 6, back: 320, underWay: 4, together: 324, lost: 3 },
    });
  });

  it.each(RefundStatus.options)('counts one in %s exactly once', (status) => {
    const { refunds, lost, back, underWay, together } = sumsOf([total(status, 7)]);
    expect(refunds + lost).toBe(1);
    expect(back + underWay).toBe(together);
    expect(together).toBe(lost ? 0 : 7);
  });
});
