import { describe, expect, it } from 'vitest';
import { daysLeft, hasExpired } from './days-left';

describe('days that a key has left', () => {
  it.each([
    ['a week before, to the minute', '2027-03-10T11:00:00Z', '2027-03-03T11:00:00Z', 7, false],
    ['a week before, later in the day', '2027-03-10T11:00:00Z', '2027-03-03T22:59:00Z', 7, false],
    ['a week before, earlier in the day', '2027-03-10T11:00:00Z', '2027-03-02T23:00:00Z', 7, false],
    ['the evening before', '2027-03-10T22:59:59Z', '2027-03-09T22:59:59Z', 1, false],
    ['on its last day', '2027-03-10T22:59:59Z', '2027-03-09T23:00:00Z', 0, false],
    ['a second before its end', '2027-03-10T22:59:59Z', '2027-03-10T22:59:58Z', 0, false],
    ['at its end', '2027-03-10T22:59:59Z', '2027-03-10T22:59:59Z', 0, true],
    ['later that day', '2027-03-10T11:00:00Z', '2027-03-10T20:00:00Z', 0, true],
    ['minutes later, past midnight', '2027-03-10T22:59:59Z', '2027-03-10T23:05:00Z', -1, true],
    ['three days after', '2027-03-10T11:00:00Z', '2027-03-13T08:00:00Z', -3, true],
    ['over the day of 23 hours', '2027-03-29T21:59:59Z', '2027-03-27T22:59:59Z', 2, false],
    ['over the day of 25 hours', '2027-11-01T22:59:59Z', '2027-10-30T21:59:59Z', 2, false],
    [
      'sixty days, from summer to winter',
      '2027-11-15T22:59:59Z',
      '2027-09-16T06:00:00Z',
      60,
      false,
    ],
  ])('%s', (_when, expiresAt, now, days, isOver) => {
    const [end, at] = [new Date(expiresAt), new Date(now)];
    expect([daysLeft(end, at), hasExpired(end, at)]).toEqual([days, isOver]);
  });
});
