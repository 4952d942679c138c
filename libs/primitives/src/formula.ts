/** What a spreadsheet takes for the beginning of a formula, in wide letters too. */
export const formulaMarks = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function disarmed(text: string): string {
  return formulaMarks.some((mark) => text.startsWith(mark)) ? `'${text}` : text;
}
