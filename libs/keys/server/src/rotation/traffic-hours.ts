const hourMs = 3_600_000;
const shown = 48;

/** The beginnings of the hours that are shown, oldest first; the last one holds the moment. */
export function hoursOf(moment: Date): number[] {
  const last = Math.floor(moment.getTime() / hourMs) * hourMs;
  return Array.from({ length: shown }, (_, index) => last - (shown - 1 - index) * hourMs);
}
