/** What a spreadsheet takes for the beginning of a formula, in wide letters too. */
const dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function guarded(text: string): string {
  return dangerous.some((mark) => text.startsWith(mark)) ? `'${text}` : text;
}

/** The same in SQL, in a database that is UTF-8. */
export function guardedSql(expression: string): string {
  const marks = dangerous.map((mark) => mark.codePointAt(0)!);
  // Numbers compare several times as fast as texts do, which have a collation.
  const armed = `ascii(${expression}) in (${marks.join(', ')})`;
  return `case when ${armed} then '''' || (${expression}) else ${expression} end`;
}
