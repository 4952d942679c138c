const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The moment a day begins in Dutch time, of a day such as `2026-11-17`. */
export function startOfDay(day: string): Date {
  const inSummer = new Date(`${day}T00:00:00+02:00`);
  return clock.format(inSummer) === '00' ? inSummer : new Date(`${day}T00:00:00+01:00`);
}

/** The day so many days after another one. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/**
 * The moments between which the days from `from` until and with `until` lie. Days come from
 * addresses, which people change: what is no day is left as it is, for the server to refuse.
 */
export function periodOf(from: string | undefined, until: string | undefined) {
  const begin = (day: string, later: number) =>
    isDay(day) ? startOfDay(daysAfter(day, later)).toISOString() : day;
  return { from: from && begin(from, 0), until: until && begin(until, 1) };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
