import { ownLanes } from '@toonbank/payment-methods/contract';
import type { LentColumn, LentRows } from '@toonbank/platform/db';

/**
 * Where the money of a row is paid out, by its brand alone: a join would cost each row of millions.
 * Empty where nobody has tried to pay.
 */
export function laneColumn(brand: string): LentColumn {
  const own = Object.entries(ownLanes).map(
    ([of, lane]) => `when ${brand} = '${of}' then '${lane}'`,
  );
  const sql = `case ${own.join(' ')} when ${brand} is not null then 'bank' end`;
  return { name: 'lane', kind: 'own', sql };
}

const place = { webshop: 'o.webshop_id', environment: 'o.environment' } as const;

/** Orders for who exports them. What the shop announced of its shopper is not among them (S38). */
export const lentOrders: LentRows = {
  columns: [
    { name: 'order_id', kind: 'id', sql: 'o.id' },
    { name: 'order_number', kind: 'text', sql: 'o.merchant_order_id' },
    { name: 'status', kind: 'word', sql: 'o.status' },
    { name: 'payment_brand', kind: 'word', sql: 'o.payment_brand' },
    laneColumn('o.payment_brand'),
    { name: 'amount', kind: 'cents', sql: 'o.amount' },
    { name: 'paid', kind: 'cents', sql: 'o.paid_amount' },
    { name: 'created_at', kind: 'moment', sql: 'o.created_at' },
    { name: 'updated_at', kind: 'moment', sql: 'o.updated_at' },
  ],
  from: 'orders o',
  ...{ agency: 'o.agency_id', merchant: 'o.merchant_id', place },
  at: { kind: 'moment', sql: 'o.created_at' },
  id: 'o.id',
};

/** Attempts of shoppers to pay, by the moment they began. */
export const lentTransactions: LentRows = {
  columns: [
    { name: 'transaction_id', kind: 'id', sql: 't.id' },
    { name: 'order_id', kind: 'id', sql: 't.order_id' },
    { name: 'order_number', kind: 'text', sql: 'o.merchant_order_id' },
    { name: 'bank_order_id', kind: 'id', sql: 'a.omnikassa_order_id' },
    { name: 'type', kind: 'word', sql: 't.type' },
    { name: 'status', kind: 'word', sql: 't.status' },
    { name: 'payment_brand', kind: 'word', sql: 't.payment_brand' },
    laneColumn('t.payment_brand'),
    { name: 'amount', kind: 'cents', sql: 't.amount' },
    { name: 'confirmed', kind: 'cents', sql: 't.confirmed_amount' },
    { name: 'started_at', kind: 'moment', sql: 't.started_at' },
    { name: 'updated_at', kind: 'moment', sql: 't.updated_at' },
  ],
  from: `transaction t
    join orders o on o.agency_id = t.agency_id and o.id = t.order_id
    join announcement a on a.agency_id = t.agency_id and a.id = t.announcement_id`,
  ...{ agency: 't.agency_id', merchant: 't.merchant_id', place },
  at: { kind: 'moment', sql: 't.started_at' },
  id: 't.id',
};
