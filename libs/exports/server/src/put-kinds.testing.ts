import type { Tx } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';

/** Rows as tests put them into tables of other rooms, by the names of their columns. */
type Row = Readonly<Record<string, string | number | null>>;

export interface PutTransaction {
  readonly brand: string;
  readonly status: string;
  readonly cents: number;
  readonly confirmed: number | null;
  readonly at: string;
}

export interface PutRefund {
  readonly number: string;
  readonly brand: string;
  readonly route: string;
  readonly status: string;
  readonly cents: number;
  readonly vat: string | null;
  readonly at: string;
  readonly expectedOn: string | null;
}

export interface PutInvoice {
  readonly billedTo: string;
  readonly issuedOn: string;
  readonly paidOn: string | null;
  readonly net: number;
  readonly vat: number;
}

/** Attempts to pay one order of the webshop that the scope stands in. Answers what stands of them. */
export async function putTransactions(
  tx: Tx,
  orderId: Id,
  rows: readonly PutTransaction[],
): Promise<{ readonly id: Id; readonly bankOrderId: Id }[]> {
  const { agencyId, merchantId, place } = tx.scope;
  const [announcement, bankOrderId] = [newId(), newId()];
  await insert(tx, 'announcement', {
    ...{ agency_id: agencyId, merchant_id: merchantId!, webshop_id: place!.webshopId },
    ...{ environment: place!.environment, id: announcement, order_id: orderId, number: 1 },
    ...{ state: 'announced', omnikassa_order_id: bankOrderId, sent_at: '2026-10-01' },
  });
  const ids: Id[] = [];
  for (const { brand, status, cents, confirmed, at } of rows) {
    ids.push(newId());
    await insert(tx, 'transaction', {
      ...{ agency_id: agencyId, merchant_id: merchantId!, order_id: orderId, id: ids.at(-1)! },
      ...{ announcement_id: announcement, payment_brand: brand, type: 'PAYMENT', status },
      ...{ amount: cents, confirmed_amount: confirmed, started_at: at, updated_at: at },
    });
  }
  return ids.map((id) => ({ id, bankOrderId }));
}

/** Of one order of the webshop that the scope stands in. Answers their ids. */
export async function putRefunds(tx: Tx, orderId: Id, rows: readonly PutRefund[]): Promise<Id[]> {
  const { agencyId, merchantId, place } = tx.scope;
  const ids: Id[] = [];
  for (const { number, brand, route, status, cents, vat, at, expectedOn } of rows) {
    const id = newId();
    ids.push(id);
    await insert(tx, 'refund', {
      ...{ agency_id: agencyId, merchant_id: merchantId!, webshop_id: place!.webshopId },
      ...{ environment: place!.environment, id, order_id: orderId, merchant_order_id: number },
      ...{ transaction_id: id, payment_brand: brand, route, status, amount: cents },
      ...{ description: 'x', vat_category: vat, idempotency_key: id, request_hash: '' },
      ...{ requested_at: at, expected_on: expectedOn, tries: 0 },
    });
  }
  return ids;
}

/** Each of a month of its own; in the scope of the agency, whose runs they are. Answers their ids. */
export async function putInvoices(
  tx: Tx,
  merchantId: Id,
  rows: readonly PutInvoice[],
): Promise<Id[]> {
  const { agencyId } = tx.scope;
  const ids: Id[] = [];
  for (const [at, { billedTo, issuedOn, paidOn, net, vat }] of rows.entries()) {
    const id = newId();
    ids.push(id);
    const month = `${2000 + at}-01`;
    await insert(tx, 'billing_run', { agency_id: agencyId, month, closed_at: '2026-10-01' });
    await insert(tx, 'invoice', {
      ...{ agency_id: agencyId, merchant_id: merchantId, id, month, kind: 'invoice' },
      ...{ year: 2026, number: at + 1, issued_on: issuedOn, due_on: issuedOn, sent_on: null },
      ...{ language: 'nl', payer: 'merchant', letterhead: '{}', urls: 1, net, vat },
      ...{ billed_to: JSON.stringify({ name: billedTo }), paid_on: paidOn },
    });
  }
  return ids;
}

async function insert(tx: Tx, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_, at) => `$${at + 1}`);
  await tx.sql(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}
