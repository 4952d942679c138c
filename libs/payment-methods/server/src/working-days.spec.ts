import { dayAfter } from '@toonbank/platform/clock';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDaysAfter } from './working-days';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('Dutch working days', () => {
  it.each([
    ['2026-11-25', true, 'a Wednesday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-12-25', false, 'Christmas'],
    ['2026-12-26', false, 'the day after Christmas'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-04-03', true, 'Good Friday, no public holiday'],
    ['2026-04-27', false, "King's Day"],
    ['2025-04-26', false, "King's Day on a Saturday, as the 27th is a Sunday"],
    ['2025-04-28', true, 'the Monday after it'],
    ['2026-05-05', true, 'Liberation Day: a day off for the state only'],
    ['2026-05-14', false, 'Ascension Day'],
    ['2026-05-25', false, 'Whit Monday'],
    ['2027-01-01', false, "New Year's Day"],
  ])('%s is %s: %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it.each([
    ['2026-11-25', 2, '2026-11-27'],
    ['2026-11-27', 2, '2026-12-01'],
    ['2026-11-28', 2, '2026-12-01'],
    ['2026-12-23', 2, '2026-12-28'],
    ['2026-12-21', 10, '2027-01-06'],
    ['2026-04-02', 2, '2026-04-07'],
  ])('from %s it is %i to %s', (day, count, last) => {
    expect(workingDaysAfter(day, count)).toBe(last);
  });

  it('ends on a working day, with so many of them on the way, whatever the day and the count', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const last = workingDaysAfter(day, count);
        let seen = 0;
        for (let at = dayAfter(day); at <= last; at = dayAfter(at)) if (isWorkingDay(at)) seen++;
        expect([isWorkingDay(last), seen]).toEqual([true, count]);
      }),
    );
  });

  it('goes on where it left off: so many and so many more are that many together', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        (day, some, more) => {
          const inTwo = workingDaysAfter(workingDaysAfter(day, some), more);
          expect(inTwo).toBe(workingDaysAfter(day, some + more));
        },
      ),
    );
  });
});
