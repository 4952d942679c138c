import type { Rhythm } from '@toonbank/exports/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayBefore, momentOf, nextAfter } from './calendar';

const hour = fc.integer({ min: 0, max: 23 });
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ every: fc.constant('week' as const), day: fc.integer({ min: 1, max: 7 }), hour }),
  fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), hour }),
);
const moments = fc.date({
  ...{ min: new Date('2024-01-01'), max: new Date('2034-12-31'), noInvalidDate: true },
});
const dutch = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' },
});
const month = (day: number, at = 6): Rhythm => ({ every: 'month', day, hour: at });

describe('the calendar', () => {
  it.each([
    ['an ordinary day', '2026-11-25', 6, '2026-11-25 06:00'],
    ['the hour that is skipped is the next one', '2026-03-29', 2, '2026-03-29 03:00'],
    ['after the clocks went forward', '2026-03-29', 3, '2026-03-29 03:00'],
    ['the hour that comes twice', '2026-10-25', 2, '2026-10-25 02:00'],
    ['midnight of the day the clocks go back', '2026-10-25', 0, '2026-10-25 00:00'],
  ])('knows %s', (_what, day, at, told) => {
    expect(dutch.format(momentOf(day, at))).toBe(told);
  });

  it('takes the first of an hour that comes twice', () => {
    expect(momentOf('2026-10-25', 2).toISOString()).toBe('2026-10-25T00:00:00.000Z');
  });

  it.each([
    ['2026-01-31T12:00:00Z', '2026-02-28 06:00'],
    ['2028-02-01T12:00:00Z', '2028-02-29 06:00'],
    ['2026-02-28T12:00:00Z', '2026-03-31 06:00'],
    ['2026-04-15T12:00:00Z', '2026-04-30 06:00'],
    ['2026-12-31T12:00:00Z', '2027-01-31 06:00'],
  ])('finds the last day of the month after %s', (after, told) => {
    expect(dutch.format(nextAfter(month(31), new Date(after)))).toBe(told);
  });

  it('of a month that begins on the first is that month', () => {
    const at = nextAfter(month(1), new Date('2026-11-25T10:00:00Z'));
    expect([dayOf(at), firstDayBefore(month(1), at)]).toEqual(['2026-12-01', '2026-11-01']);
  });

  it('goes on, to the right day and hour, whatever the clocks do', () => {
    fc.assert(
      fc.property(rhythms, moments, (rhythm, after) => {
        const at = nextAfter(rhythm, after);
        expect(at.getTime()).toBeGreaterThan(after.getTime());
        const day = dayOf(at);
        const told = Number(dutch.format(at).slice(11, 13));
        expect([rhythm.hour, rhythm.hour + 1]).toContain(told);
        if (told !== rhythm.hour) expect([day.slice(5, 7), told]).toEqual(['03', 3]);
        const [, , date] = day.split('-').map(Number);
        const isLast = dayAfter(day).endsWith('-01');
        const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
        if (rhythm.every === 'week') expect(weekday).toBe(rhythm.day);
        else expect(date === rhythm.day || (isLast && rhythm.day > date!)).toBe(true);
      }),
    );
  });

  it('leaves out no time that fits between two of its moments', () => {
    fc.assert(
      fc.property(rhythms, moments, (rhythm, after) => {
        const first = nextAfter(rhythm, after);
        expect(nextAfter(rhythm, new Date(first.getTime() - 1))).toEqual(first);
        const second = nextAfter(rhythm, first);
        const days = (second.getTime() - first.getTime()) / 86_400_000;
        expect(Math.round(days)).toBeLessThanOrEqual(rhythm.every === 'week' ? 7 : 31);
        expect(Math.round(days)).toBeGreaterThanOrEqual(rhythm.every === 'week' ? 7 : 28);
      }),
    );
  });

  it('lays its periods end to end: no day twice, none left out', () => {
    fc.assert(
      fc.property(rhythms, moments, (rhythm, after) => {
        const first = nextAfter(rhythm, after);
        const second = nextAfter(rhythm, first);
        expect(firstDayBefore(rhythm, second)).toBe(dayOf(first));
      }),
    );
  });
});
