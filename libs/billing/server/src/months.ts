import type { Month } from '@toonbank/billing/contract';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';

/** The month a moment lies in, Dutch time. */
export function monthOf(at: Date): Month {
  return dayOf(at).slice(0, 7);
}

export function monthAfter(month: Month, count = 1): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Every month from the first to the last, both included. */
export function monthsBetween(from: Month, until: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= until; month = monthAfter(month)) months.push(month);
  return months;
}

/** The days of a month, in order. */
export function daysOf(month: Month): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = dayAfter(day)) days.push(day);
  return days;
}

/** When a month begins and when the next one does: Dutch midnights, an hour apart from UTC's or two. */
export function spanOf(month: Month, until: Month = month): { from: Date; until: Date } {
  return { from: startOfDay(`${month}-01`), until: startOfDay(`${monthAfter(until)}-01`) };
}
