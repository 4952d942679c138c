import type { AuditEntry } from '@toonbank/audit/contract';

type Word = (key: string, values?: Record<string, string>) => string;
type Detail = AuditEntry['detail'];

/** Values that have a word of their own, by the name they stand under. */
const worded: Readonly<Record<string, string>> = {
  environment: 'environments',
  role: 'roles',
  step: 'steps',
};

/** What an entry says besides who and what, as people say it. What has no words is shown as it is. */
export function detailInWords({ webshopId: _webshopId, ...detail }: Detail, word: Word): string {
  const { before, role, from, to, ...others } = detail;
  const said = [change(from, to, word), roleOf(before, role, word)];
  const rest = Object.entries(others).map(([name, value]) => one(name, value, word));
  return [...said, ...rest].filter(Boolean).join(', ');
}

function change(from: unknown, to: unknown, word: Word): string {
  if (from === undefined && to === undefined) return '';
  if (to === undefined) return word('details.was', { value: plain(from) });
  return word('details.change', { from: plain(from), to: plain(to) });
}

function roleOf(before: unknown, role: unknown, word: Word): string {
  if (role === undefined) return '';
  const to = word(`roles.${plain(role)}`);
  if (before === undefined) return to;
  return word('details.change', { from: word(`roles.${plain(before)}`), to });
}

function one(name: string, value: unknown, word: Word): string {
  const text = plain(value);
  if (name === 'email') return text;
  if (name === 'fields')
    return text
      .split(' ')
      .map((it) => word(`fields.${it}`))
      .join(', ');
  if (worded[name]) return word(`${worded[name]}.${text}`);
  if (names.includes(name)) return word(`details.${name}`, { value: text });
  return `${name}: ${text}`;
}

const names: readonly string[] = ['version', 'poiId', 'prefix', 'bytes', 'sessions'];

function plain(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
