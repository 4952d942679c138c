import { centsOf } from '@toonbank/primitives';

/** What the words in the search field were taken for. */
export interface Understood {
  /** Whole cents. */
  readonly amount: number | undefined;
  /** `2026-11-17` */
  readonly day: string | undefined;
  /** An id of the bank or of ours: of an order, an announcement or a transaction. */
  readonly id: string | undefined;
  /** What is left: a number, a name, an address. */
  readonly text: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const money = /^€?\d[\d.,]*[.,]\d{2}$|^€\d[\d.,]*$/;

const weekdays = [
  ['zondag', 'sunday'],
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday'],
  ['zaterdag', 'saturday'],
] as const;
const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthTwins: Readonly<Record<string, string>> = {
  mar: 'mrt',
  may: 'mei',
  oct: 'okt',
  maa: 'mrt',
};

/** Reads the field in Dutch and English alike. `today` is the day it is in Dutch time. */
export function understand(q: string, today: string): Understood {
  const text = q.trim();
  if (uuid.test(text)) {
    return { amount: undefined, day: undefined, id: text.toLowerCase(), text: '' };
  }
  const { day, rest } = takeDay(text.replace(/€\s+/g, '€'), today);
  const words = rest.split(/\s+/).filter(Boolean);
  const amountWord = words.find((word) => money.test(word));
  const left = words.filter((word) => word !== amountWord).join(' ');
  return {
    amount: amountWord && centsOf(amountWord),
    day,
    id: undefined,
    text: left,
  } as Understood;
}

function takeDay(text: string, today: string): { day: string | undefined; rest: string } {
  for (const [form, dayOf] of dayForms) {
    const found = form.exec(text);
    const day = found && dayOf(found, today);
    if (found && day) return { day, rest: text.replace(found[0], ' ').trim() };
  }
  return { day: undefined, rest: text };
}

type DayForm = readonly [RegExp, (found: RegExpExecArray, today: string) => string | undefined];

const dayForms: readonly DayForm[] = [
  [/(?<!\S)(\d{4})-(\d{2})-(\d{2})(?!\S)/, ([, y, m, d]) => valid(Number(y), Number(m), Number(d))],
  [
    /(?<!\S)(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?(?!\S)/,
    ([, d, m, y], today) => latest({ day: Number(d), month: Number(m), year: y }, today),
  ],
  [
    /(?<!\S)(\d{1,2})\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?(?!\S)/i,
    ([, d, word, y], today) => latest({ day: Number(d), month: monthOf(word!), year: y }, today),
  ],
  [/(?<!\S)(?:vandaag|today)(?!\S)/i, (_found, today) => today],
  [/(?<!\S)(?:gisteren|yesterday)(?!\S)/i, (_found, today) => shifted(today, -1)],
  [/(?<!\S)([a-z]{6,9})(?!\S)/i, ([, word], today) => lastWeekday(word!, today)],
];

function monthOf(word: string): number {
  const short = word.toLowerCase().slice(0, 3);
  return months.indexOf(monthTwins[short] ?? short) + 1;
}

/** Without a year: the latest such day that is not in the future. */
function latest(
  { day, month, year }: { day: number; month: number; year: string | undefined },
  today: string,
): string | undefined {
  if (year) return valid(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const found = valid(thisYear, month, day);
  return found && found > today ? valid(thisYear - 1, month, day) : found;
}

function lastWeekday(word: string, today: string): string | undefined {
  const wanted = weekdays.findIndex((names) => names.some((name) => name === word.toLowerCase()));
  if (wanted === -1) return undefined;
  const back = (new Date(`${today}T12:00:00Z`).getUTCDay() - wanted + 7) % 7;
  return shifted(today, -back);
}

function valid(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day, 12));
  const isSame = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isSame && month > 0 ? at.toISOString().slice(0, 10) : undefined;
}

function shifted(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
