/** What a spreadsheet takes for the beginning of a formula, in wide letters too. */
const dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function guarded(text: string): string {
  return dangerous.some((mark) => text.startsWith(mark)) ? `'${text}` : text;
}

/** The same in SQL. */
export function guardedSql(expression: string): string {
  const marks = dangerous.map(
    (mark) => `U&'\\${mark.charCodeAt(0).toString(16).padStart(4, '0')}'`,
  );
  const armed = `left(${expression}, 1) in (${marks.join(', ')})`;
  return `case when ${armed} then '''' || (${expression}) else ${expression} end`;
}
