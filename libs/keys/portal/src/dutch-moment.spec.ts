import { describe, expect, it } from 'vitest';
import { dutchMoment } from './dutch-moment';

describe('a date and time in Dutch time', () => {
  it.each([
    ['2026-11-17T09:30', '2026-11-17T08:30:00.000Z'],
    ['2026-07-01T00:15', '2026-06-30T22:15:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
    ['soon', undefined],
  ])('%s is %s', (local, moment) => {
    expect(dutchMoment(local)).toBe(moment);
  });
});
