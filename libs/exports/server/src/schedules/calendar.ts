import type { Rhythm } from '@toonbank/exports/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';

const zone = 'Europe/Amsterdam';
const written = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', hourCycle: 'h23' },
});

/**
 * The moment of a whole hour of a day in Dutch time. The hour that the clocks skip in March is the one
 * after it; of the hour that they repeat in October it is the first.
 */
export function momentOf(day: string, hour: number): Date {
  const wanted = `${day} ${String(hour).padStart(2, '0')}`;
  const inSummer = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+02:00`);
  if (written.format(inSummer) === wanted) return inSummer;
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+01:00`);
}

/** The first day that fits a rhythm at or after a day. */
function dayFrom({ every, day }: Rhythm, from: string): string {
  if (every === 'week') {
    const weekday = new Date(`${from}T12:00:00Z`).getUTCDay() || 7;
    return dayAfter(from, (day - weekday + 7) % 7);
  }
  const here = inMonth(from.slice(0, 7), day);
  return here >= from ? here : inMonth(dayAfter(`${from.slice(0, 7)}-28`, 4).slice(0, 7), day);
}

/** A day of a month; of one that is shorter, its last. */
function inMonth(month: string, day: number): string {
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year!, number!, 0)).getUTCDate();
  return `${month}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** When a rhythm comes next, later than a moment. */
export function nextAfter(rhythm: Rhythm, after: Date): Date {
  let day = dayFrom(rhythm, dayOf(after));
  if (momentOf(day, rhythm.hour) <= after) day = dayFrom(rhythm, dayAfter(day));
  return momentOf(day, rhythm.hour);
}

/** The first day of the period that ends the day before a rhythm comes: a week or a month earlier. */
export function firstDayBefore(rhythm: Rhythm, at: Date): string {
  const day = dayOf(at);
  if (rhythm.every === 'week') return dayAfter(day, -7);
  const month = dayAfter(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
  return inMonth(month, rhythm.day);
}
