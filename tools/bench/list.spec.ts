import { expect, it } from 'vitest';
import { slope } from './list.ts';

it('tells growth by its power: the same time is none, ten times for ten times is one', () => {
  expect(slope([2, 2, 2])).toBeCloseTo(0);
  expect(slope([1, 10, 100])).toBeCloseTo(1);
  expect(slope([1, Math.sqrt(10), 10])).toBeCloseTo(0.5);
});
