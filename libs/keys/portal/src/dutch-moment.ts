const offsetNames = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  timeZoneName: 'longOffset',
});

/**
 * The moment of a date and time in Dutch time, such as `2026-11-17T09:30`. Of an hour that comes twice
 * it is the first, of one that is left out the moment an hour later; undefined when it is no time.
 */
export function dutchMoment(local: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  for (const hours of [2, 1]) {
    const at = new Date(asUtc - hours * 3_600_000);
    if (offsetHours(at) === hours) return at.toISOString();
  }
  return new Date(asUtc - 3_600_000).toISOString();
}

function offsetHours(at: Date): number {
  const name = offsetNames.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  return Number(/[+](\d\d):/.exec(name ?? '')?.[1] ?? 0);
}
