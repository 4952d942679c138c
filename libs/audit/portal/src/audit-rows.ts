import type { AuditEntry } from '@toonbank/audit/contract';
import { said } from '@toonbank/ui/asking';
import { periodOf } from '@toonbank/ui/look';
import { detailInWords, type Teller } from './detail-words';
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
  return said({
    ...{ merchantId: merchant, act: kind, actorId: who, after },
    ...{ from: period.from, to: period.until },
  });
}

/** Of what kinds of things the portal has a page, and where. */
function pageOf({ subject, detail }: AuditEntry): readonly string[] | null {
  const environment = detail['environment'] === 'sandbox' ? '/sandbox' : '/production';
  const { webshopId } = detail;
  if (typeof webshopId === 'string') return [environment, 'webshops', webshopId];
  if (subject.kind === 'webshop') return [environment, 'webshops', subject.id];
  if (subject.kind === 'refund') return [environment, 'refunds', subject.id];
  if (subject.kind === 'merchant') return ['/merchants', subject.id];
  return subject.kind === 'shop' ? ['/shops', subject.id] : null;
}

/** One line of the log; `link` is null where the portal has no page of the thing. */
export function rowOf(entry: AuditEntry, teller: Teller) {
  const { id, at, act, actor, subject } = entry;
  return {
    ...{ id, at, act, actor, subject, detail: detailInWords(entry.detail, teller) },
    who: actor.email ?? actor.name,
    link: pageOf(entry),
  };
}
