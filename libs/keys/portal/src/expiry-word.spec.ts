import { describe, expect, it } from 'vitest';
import { expiryWord } from './expiry-word';

const now = Date.parse('2027-03-10T12:00:00Z');

describe('when a key runs out, in words', () => {
  it.each([
    ['2027-04-10T12:00:00Z', 31, 'inDays', 31],
    ['2027-03-11T22:59:59Z', 1, 'inOneDay', 1],
    ['2027-03-10T22:59:59Z', 0, 'today', 0],
    ['2027-03-10T12:00:00Z', 0, 'expiredToday', 0],
    ['2027-03-09T22:59:59Z', -1, 'expiredYesterday', 1],
    ['2027-03-07T12:00:00Z', -3, 'expired', 3],
    // Read before midnight, and it has run out since.
    ['2027-03-10T11:00:00Z', 1, 'expiredToday', 0],
    // Of a browser whose clock is behind.
    ['2027-03-11T12:00:00Z', -3, 'expired', 3],
  ])('at %s with %i days left: %s', (at, daysLeft, word, days) => {
    expect(expiryWord({ at, daysLeft }, now)).toEqual({ word, days });
  });
});
