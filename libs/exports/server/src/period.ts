import { exportProblems } from './export-problems';

export interface Days {
  readonly from: string;
  readonly until: string;
}

const mostYears = 10;
const mostDays = mostYears * 366;
const dayMs = 86_400_000;

/** Throws a problem for a period that can't be. Both days are part of it. */
export function demandPeriod({ from, until }: Days, today: string): void {
  if (from > until) throw exportProblems.backwards();
  if (until > today) throw exportProblems.future(today);
  if (Date.parse(until) - Date.parse(from) >= mostDays * dayMs) {
    throw exportProblems.tooLong(mostYears);
  }
}
