import type { LentRows } from '@toonbank/platform/db';

/** Invoices and credit notes for who exports them, by the day they were issued. */
export const lentBills: LentRows = {
  columns: [
    { name: 'invoice_id', kind: 'id', sql: 'i.id' },
    { name: 'number', kind: 'word', sql: `i.year || '-' || lpad(i.number::text, 4, '0')` },
    { name: 'kind', kind: 'word', sql: 'i.kind' },
    { name: 'month', kind: 'word', sql: 'i.month' },
    { name: 'billed_to', kind: 'text', sql: `i.billed_to->>'name'` },
    { name: 'issued_on', kind: 'day', sql: 'i.issued_on' },
    { name: 'due_on', kind: 'day', sql: 'i.due_on' },
    { name: 'sent_on', kind: 'day', sql: 'i.sent_on' },
    { name: 'paid_on', kind: 'day', sql: 'i.paid_on' },
    { name: 'net', kind: 'cents', sql: 'i.net' },
    { name: 'vat', kind: 'cents', sql: 'i.vat' },
    { name: 'total', kind: 'cents', sql: '(i.net + i.vat)' },
  ],
  from: 'invoice i',
  ...{ agency: 'i.agency_id', merchant: 'i.merchant_id', place: null },
  at: { kind: 'day', sql: 'i.issued_on' },
  id: 'i.id',
};
