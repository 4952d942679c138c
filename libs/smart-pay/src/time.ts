const amsterdam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  timeZoneName: 'longOffset',
});

/** `YYYY-MM-DDTHH:MM:SS.mmm+HH:MM` in Dutch time: the one form that every published client reads. */
export function bankTime(date: Date): string {
  const zone = amsterdam.formatToParts(date).find((part) => part.type === 'timeZoneName');
  const offset = zone?.value.replace('GMT', '') || '+00:00';
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  const shifted = date.getTime() + sign * ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
  return new Date(shifted).toISOString().replace('Z', offset);
}

/** Reads every form that the bank and its clients are known to write. Throws on anything else. */
export function parseBankTime(text: string): Date {
  const iso = text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const date = new Date(iso);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(date.getTime())) {
    throw new Error('Not a time of the bank.');
  }
  return date;
}
