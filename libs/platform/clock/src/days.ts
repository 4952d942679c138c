const zone = 'Europe/Amsterdam';
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  hourCycle: 'h23',
});

const times = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** The day a moment lies on in Dutch time: `2026-11-25`. */
export function dayOf(at: Date): string {
  return days.format(at);
}

export function dayAfter(day: string, count = 1): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** The moment at which a day begins in Dutch time, also where the clocks change. */
export function startOfDay(day: string): Date {
  const inSummer = new Date(`${day}T00:00:00+02:00`);
  return hours.format(inSummer) === '00' ? inSummer : new Date(`${day}T00:00:00+01:00`);
}

/** The midnight after so many whole days that follow the day of `since`. */
export function lateAfter(since: Date, wholeDays: number): Date {
  return startOfDay(dayAfter(dayOf(since), wholeDays + 1));
}

/**
 * The moment of another day at which clocks in the Netherlands show what they show at `at`. A time that
 * was skipped there is the same stretch after midnight; of one that came twice it is the first.
 */
export function sameTimeOn(day: string, at: Date): Date {
  const time = times.format(at).replace(',', '.');
  const inSummer = new Date(`${day}T${time}+02:00`);
  return times.format(inSummer).replace(',', '.') === time
    ? inSummer
    : new Date(`${day}T${time}+01:00`);
}
