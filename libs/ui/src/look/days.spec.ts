import { describe, expect, it } from 'vitest';
import { daysAfter, startOfDay } from './days';

describe('a day in Dutch time', () => {
  it.each([
    ['2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['2026-11-17', '2026-11-16T23:00:00.000Z'],
    // The clock goes forward and back at two and three in the night: these days begin before it does.
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (day, at) => {
    expect(startOfDay(day).toISOString()).toBe(at);
  });

  it.each([
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
  ])('%s and %i days is %s', (day, days, other) => {
    expect(daysAfter(day, days)).toBe(other);
  });
});
