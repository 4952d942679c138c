import type { Statement, StatementEntry, StatementQuery } from '@toonbank/billing/contract';
import { numberOf } from './invoice-wire';
import type { InvoiceEntity } from './invoice.entity';

type Movement = Omit<StatementEntry, 'balance'>;
type Sheet = Pick<Statement, 'opening' | 'entries' | 'closing'>;

const order: readonly Movement['kind'][] = ['invoice', 'credit-note', 'payment'];

/** What was sent and paid in some days, with what was left to pay before, during and after. */
export function makeStatement(rows: readonly InvoiceEntity[], days: StatementQuery): Sheet {
  const movements = rows
    .flatMap(movementsOf)
    .toSorted(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        a.number.localeCompare(b.number),
    );
  const opening = movements
    .filter(({ on }) => on < days.from)
    .reduce((sum, { amount }) => sum + amount, 0);
  let balance = opening;
  const entries = movements
    .filter(({ on }) => on >= days.from && on <= days.until)
    .map((movement) => ({ ...movement, balance: (balance += movement.amount) }));
  return { opening, entries, closing: balance };
}

function movementsOf(row: InvoiceEntity): Movement[] {
  const number = numberOf(row);
  const sent = { on: row.issuedOn, kind: row.kind, number, amount: row.net + row.vat };
  if (!row.paidOn) return [sent];
  return [sent, { on: row.paidOn, kind: 'payment', number, amount: -(row.net + row.vat) }];
}
