/** The parts of a query that are said: what is empty or absent is not asked for. */
export function said(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]),
  );
}
