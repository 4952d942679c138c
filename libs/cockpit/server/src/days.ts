const zone = 'Europe/Amsterdam';
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  hourCycle: 'h23',
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

/** When a day begins in Dutch time, as ISO 8601. */
export function startOfDay(day: string): string {
  const inSummer = new Date(`${day}T00:00:00+02:00`);
  const at = hours.format(inSummer) === '00' ? inSummer : new Date(`${day}T00:00:00+01:00`);
  return at.toISOString();
}
