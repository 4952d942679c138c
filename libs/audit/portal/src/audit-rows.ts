import type { AuditEntry } from '@toonbank/audit/contract';
import { periodOf } from '@toonbank/ui/look';
import { words } from './words/nl';

/** What of the list stands in the address of the page, besides the cursor. */
export interface AuditChoice {
  readonly merchant?: string;
  readonly kind?: string;
  readonly who?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Kinds of acts, as the dictionary has them. */
export const kinds = Object.keys(words.kinds) as (keyof typeof words.kinds)[];

export function queryOf(choice: AuditChoice, after?: string): Readonly<Record<string, string>> {
  const { merchant, kind, who, from, until } = choice;
  const period = periodOf(from, until);
  const query = {
    ...{ merchantId: merchant, act: kind, actorId: who, after },
    ...{ from: period.from, to: period.until },
  };
  const said = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return Object.fromEntries(said);
}

/** Of what kinds of things the portal has a page, and where. */
const pages: Readonly<Record<string, readonly string[]>> = {
  merchant: ['/merchants'],
  shop: ['/shops'],
  webshop: ['/production', 'webshops'],
};

/** One line of the log; `link` is null where the portal has no page of the thing. */
export function rowOf(entry: AuditEntry) {
  const { id, at, act, actor, subject } = entry;
  const page = pages[subject.kind];
  const detail = Object.entries(entry.detail).map(([name, value]) => `${name}: ${plain(value)}`);
  return {
    ...{ id, at, act, actor, subject, detail: detail.join(', ') },
    who: actor.email ?? actor.name,
    link: page ? [...page, subject.id] : null,
  };
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
