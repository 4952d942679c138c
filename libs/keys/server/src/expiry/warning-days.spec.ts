import { describe, expect, it } from 'vitest';
import { daysLeft } from './days-left';
import { countsFrom, firstWarning, warningAfter } from './warning-days';

const expiresAt = new Date('2027-03-31T21:59:59.999Z');
const before = (days: number, ms = 0) => new Date(expiresAt.getTime() - days * 86_400_000 + ms);

describe('a warning about a key that expires', () => {
  it('is due first 60 days before, and never for a key of which that is unknown', () => {
    expect(firstWarning(expiresAt)).toEqual(before(60));
    expect(firstWarning(null)).toBeNull();
  });

  it.each([
    [60, 0, 30],
    [59, 0, 30],
    [30, -1, 30],
    [30, 0, 14],
    [14, 0, 7],
    [7, 0, 1],
    [2, 0, 1],
    [1, 0, null],
    [0, 0, null],
    [-5, 0, null],
  ])('given %i days before (%i ms) is followed by that of day %j', (days, ms, next) => {
    expect(warningAfter(expiresAt, before(days, ms))).toEqual(next === null ? null : before(next));
  });

  it('given hours before it is due counts as given then, so that it is not given again', () => {
    const early = countsFrom(before(30), before(30, -3_600_000));
    expect(early).toEqual(before(30));
    expect([warningAfter(expiresAt, early), daysLeft(expiresAt, early)]).toEqual([before(14), 30]);
    expect(countsFrom(before(30), before(20))).toEqual(before(20));
  });

  it.each([
    ['late in the evening, from winter back to summer', '2027-11-15T22:59:59.999Z'],
    ['early in the morning, from summer back to winter', '2027-04-10T22:30:00Z'],
    ['at noon', '2027-11-15T11:00:00Z'],
  ])('is due on the day that it names, of a key that expires %s', (_when, at) => {
    const end = new Date(at);
    expect(daysLeft(end, firstWarning(end)!)).toBe(60);
  });
});
