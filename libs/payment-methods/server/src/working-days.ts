import Holidays from 'date-holidays';
import { dayAfter } from '@toonbank/platform/clock';

const dutch = new Holidays('NL', { types: ['public'] });
const years = new Map<string, ReadonlySet<string>>();

/** Monday to Friday, but for Dutch public holidays. Days are `2026-11-25`. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(day.slice(0, 4)).has(day);
}

/** The day that lies `count` working days after a day; the day itself does not count. */
export function workingDaysAfter(day: string, count: number): string {
  let [at, left] = [day, count];
  while (left > 0) {
    at = dayAfter(at);
    if (isWorkingDay(at)) left--;
  }
  return at;
}

function holidaysOf(year: string): ReadonlySet<string> {
  const known = years.get(year);
  if (known) return known;
  const found = new Set(dutch.getHolidays(Number(year)).map(({ date }) => date.slice(0, 10)));
  years.set(year, found);
  return found;
}
