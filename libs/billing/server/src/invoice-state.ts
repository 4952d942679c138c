import type { InvoiceState } from '@toonbank/billing/contract';
import type { InvoiceEntity } from './invoice.entity';

type Facts = Pick<InvoiceEntity, 'kind' | 'creditedBy' | 'paidOn' | 'sentOn' | 'dueOn'>;

/** What an invoice is on a day. One that was never sent is not late: nobody was asked to pay. */
export function stateOf(
  { kind, creditedBy, paidOn, sentOn, dueOn }: Facts,
  today: string,
): InvoiceState {
  if (kind === 'credit-note') return 'credit';
  if (creditedBy) return 'credited';
  if (paidOn) return 'paid';
  if (!sentOn) return 'open';
  return dueOn && dueOn < today ? 'overdue' : 'sent';
}

const standing = `i.kind = 'invoice' and i.creditedBy is null`;
const unpaid = `${standing} and i.paidOn is null`;

/** The same in SQL, for lists that are narrowed to a state. */
export const conditionOf: Readonly<Record<InvoiceState, string>> = {
  credit: `i.kind = 'credit-note'`,
  credited: 'i.creditedBy is not null',
  paid: `${standing} and i.paidOn is not null`,
  open: `${unpaid} and i.sentOn is null`,
  overdue: `${unpaid} and i.sentOn is not null and i.dueOn < :today`,
  sent: `${unpaid} and i.sentOn is not null and i.dueOn >= :today`,
};
