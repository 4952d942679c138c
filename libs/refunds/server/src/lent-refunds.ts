import { laneColumn } from '@toonbank/orders/server';
import type { LentRows } from '@toonbank/platform/db';

/** Refunds for who exports them. The description and the reason are free text, so they stay here (S38). */
export const lentRefunds: LentRows = {
  columns: [
    { name: 'refund_id', kind: 'id', sql: 'r.id' },
    { name: 'order_id', kind: 'id', sql: 'r.order_id' },
    { name: 'order_number', kind: 'text', sql: 'r.merchant_order_id' },
    { name: 'transaction_id', kind: 'id', sql: 'r.transaction_id' },
    { name: 'bank_refund_id', kind: 'id', sql: 'r.bank_refund_id' },
    { name: 'route', kind: 'word', sql: 'r.route' },
    { name: 'status', kind: 'word', sql: 'r.status' },
    { name: 'payment_brand', kind: 'word', sql: 'r.payment_brand' },
    laneColumn('r.payment_brand'),
    { name: 'amount', kind: 'cents', sql: 'r.amount' },
    { name: 'vat_category', kind: 'word', sql: 'r.vat_category' },
    { name: 'requested_at', kind: 'moment', sql: 'r.requested_at' },
    { name: 'expected_on', kind: 'day', sql: 'r.expected_on' },
    { name: 'ended_at', kind: 'moment', sql: 'r.ended_at' },
  ],
  from: 'refund r',
  ...{ agency: 'r.agency_id', merchant: 'r.merchant_id' },
  place: { webshop: 'r.webshop_id', environment: 'r.environment' },
  at: { kind: 'moment', sql: 'r.requested_at' },
  id: 'r.id',
};
