import { describe, expect, it } from 'vitest';
import { daysAfter, periodOf, startOfDay } from './days';

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

  it('of a period, the last one is within', () => {
    const period = { from: '2026-11-16T23:00:00.000Z', until: '2026-11-18T23:00:00.000Z' };
    expect(periodOf('2026-11-17', '2026-11-18')).toEqual(period);
    expect(periodOf(undefined, undefined)).toEqual({ from: undefined, until: undefined });
  });

  it.each(['yesterday', '2026-13-40', '2026-1-1'])('leaves %s to the server to refuse', (day) => {
    expect(periodOf(day, day)).toEqual({ from: day, until: day });
  });
});
