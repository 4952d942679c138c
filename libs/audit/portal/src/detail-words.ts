import type { AuditEntry } from '@toonbank/audit/contract';
import { words } from './words/nl';

/** How an entry is told: by words of the dictionary and by amounts. */
export interface Teller {
  readonly word: (key: string, values?: Record<string, string>) => string;
  readonly amount: (cents: number) => string;
}
type Detail = AuditEntry['detail'];

/** Names under which a value stands that has a word of its own, or that are amounts, or ids. */
const worded: Readonly<Record<string, keyof typeof words>> = {
  environment: 'environments',
  role: 'roles',
  before: 'roles',
  step: 'steps',
  key: 'keyNames',
  content: 'contents',
  fields: 'fields',
};
const amounts: readonly string[] = ['amount', 'total', 'base', 'perUrl'];
const ids: readonly string[] = ['webshopId', 'orderId', 'merchant', 'of'];

/** What an entry says besides who and what, as people say it. What has no words is shown as it is. */
export function detailInWords(detail: Detail, teller: Teller): string {
  const told = Object.fromEntries(
    Object.entries(detail)
      .filter(([name]) => !ids.includes(name))
      .map(([name, value]) => [name, valueOf(name, value, teller)]),
  );
  const { before, role, from, to, until, ...others } = told;
  const rest = Object.entries(others).map(([name, text]) => named(name, text, teller));
  const said = [
    changed(before, role, teller),
    until === undefined ? changed(from, to, teller) : `${from} – ${until === '–' ? '' : until}`,
  ];
  return [...said, ...rest].filter(Boolean).join(', ').trim();
}

function changed(from: string | undefined, to: string | undefined, { word }: Teller): string {
  if (from !== undefined && to !== undefined) return word('details.change', { from, to });
  return to ?? (from === undefined ? '' : word('details.was', { value: from }));
}

function named(name: string, value: string, { word }: Teller): string {
  if (worded[name] || name === 'email') return value;
  return name in words.details ? word(`details.${name}`, { value }) : `${name}: ${value}`;
}

function valueOf(name: string, value: unknown, { word, amount }: Teller): string {
  if (value === null || value === undefined) return '–';
  if (amounts.includes(name) && typeof value === 'number') return amount(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const group = worded[name];
  if (!group) return text;
  const one = (it: string) => (it in (words[group] as object) ? word(`${group}.${it}`) : it);
  return text.split(' ').map(one).join(', ');
}
