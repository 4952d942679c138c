import type { Bill, BillLine, Invoice, ListedInvoice } from '@toonbank/billing/contract';
import type { InvoiceLineEntity } from './invoice-line.entity';
import { stateOf } from './invoice-state';
import type { InvoiceEntity } from './invoice.entity';
import { sumsOf } from './make-bill';

export function numberOf({ year, number }: Pick<InvoiceEntity, 'year' | 'number'>): string {
  return `${year}-${String(number).padStart(4, '0')}`;
}

export function lineToWire(line: InvoiceLineEntity): BillLine {
  const { kind, shopId, shopName, count, per, unit, net, vatPercent, vat, isBilled } = line;
  return { kind, shopId, shopName, count, per, unit, net, vatPercent, vat, isBilled };
}

export function listedToWire(
  row: InvoiceEntity,
  merchantName: string,
  today: string,
): ListedInvoice {
  const { id, merchantId, kind, month, issuedOn, dueOn, sentOn, paidOn, net, vat } = row;
  return {
    ...{ id, merchantId, merchantName, kind, number: numberOf(row), month, issuedOn, dueOn },
    ...{ state: stateOf(row, today), sentOn, paidOn, net, vat, total: net + vat },
  };
}

export interface Around {
  readonly merchantName: string;
  readonly today: string;
  readonly lines: readonly InvoiceLineEntity[];
  readonly credits: InvoiceEntity | null;
  readonly creditedBy: InvoiceEntity | null;
}

export function invoiceToWire(row: InvoiceEntity, around: Around): Invoice {
  const { language, letterhead, billedTo, reason } = row;
  const reference = (other: InvoiceEntity | null) =>
    other && { id: other.id, number: numberOf(other) };
  return {
    ...listedToWire(row, around.merchantName, around.today),
    ...{ language, letterhead, billedTo, reason },
    lines: around.lines.map(lineToWire),
    credits: reference(around.credits),
    creditedBy: reference(around.creditedBy),
  };
}

/** What was billed, from what was kept. */
export function billOf(
  row: InvoiceEntity,
  lines: readonly InvoiceLineEntity[],
  merchantName: string,
): Bill {
  const { merchantId, payer, urls } = row;
  return {
    ...{ merchantId, merchantName, payer, urls, lines: lines.map(lineToWire), ...sumsOf(lines) },
    ...{ invoiceId: row.id, invoiceNumber: numberOf(row), isComplete: true },
  };
}
