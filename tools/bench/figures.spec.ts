import { describe, expect, it } from 'vitest';
import { dueAt, median, percentile, verdict } from './figures';

describe('the figures of a bench', () => {
  it('take the middle of odd and even numbers of rounds', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
    expect(() => median([])).toThrow('nothing');
  });

  it('take percentiles by the nearest rank, so that p99 of a hundred is the ninety-ninth', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([
      50, 99, 100,
    ]);
    expect(percentile([7], 0.999)).toBe(7);
  });

  it('keep an open loop on its schedule, however late the answers are', () => {
    expect([dueAt(0, 500), dueAt(1, 500), dueAt(500, 500)]).toEqual([0, 2, 1_000]);
  });

  it.each([
    [true, 1.6, 'aim'],
    [true, 1.1, 'bar'],
    [true, 0.9, 'below'],
    [false, 0.9, 'aim'],
    [false, 1.2, 'bar'],
    [false, 1.6, 'below'],
  ] as const)(
    'say which limit was reached (higher is better: %s, %d: %s)',
    (higher, value, said) => {
      const [bar, aim] = higher ? [1, 1.5] : [1.5, 1];
      expect(verdict({ id: 'x', what: 'x', unit: '×', value, bar, aim, higher })).toBe(said);
    },
  );
});
