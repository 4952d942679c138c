const minute = 60_000;
const hour = 60 * minute;
/** The bank asks to keep its brands for hours. */
const usual = 4 * hour;

/** How long until the bank is asked again: hours after it told, sooner and then ever less after silence. */
export function nextLookMs(tries: number): number {
  return tries === 0 ? usual : Math.min(5 * minute * 2 ** Math.min(tries - 1, 12), usual);
}
