import { InvoiceState } from '@toonbank/billing/contract';
import { type Tx, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BillingRoom, close, firstInvoice, type TestAgency } from './billing.testing';
import { stateOf } from './invoice-state';
import { InvoicesRepository } from './invoices.repository';

let room: BillingRoom;
let agency: TestAgency;
let invoiceId: Id;
let noteId: Id;

/** An invoice to be paid on or before 17 November, and the credit note that takes it back. */
beforeAll(async () => {
  room = await BillingRoom.open();
  const ready = await room.ready();
  agency = ready.agency;
  await close(ready.staff);
  invoiceId = (await firstInvoice(ready.staff)).id;
  await ready.staff.post(`/v1/invoices/${invoiceId}/credit`, { reason: 'Fout' });
  noteId = (await firstInvoice(ready.staff)).id;
});
afterAll(() => room.close());

const days = { before: '2026-11-16', on: '2026-11-17', after: '2026-11-18' } as const;

/** The states in whose list a row stands: one, when the conditions leave nothing out and overlap nowhere. */
async function listedAs(tx: Tx, id: Id, today: string): Promise<InvoiceState[]> {
  const found: InvoiceState[] = [];
  for (const state of InvoiceState.options) {
    const query = { state, limit: 10 };
    const rows = await room.test.app.get(InvoicesRepository).page(tx, query, { after: [], today });
    if (rows.some((row) => row.id === id)) found.push(state);
  }
  return found;
}

const not = null;
const sent = '2026-11-04';
const paid = '2026-11-10';

describe('the state of an invoice, as it is told and as lists are narrowed to it,', () => {
  it.each([
    [not, not, false, { before: 'open', on: 'open', after: 'open' }],
    [sent, not, false, { before: 'sent', on: 'sent', after: 'overdue' }],
    [not, paid, false, { before: 'paid', on: 'paid', after: 'paid' }],
    [sent, paid, false, { before: 'paid', on: 'paid', after: 'paid' }],
    [not, not, true, { before: 'credited', on: 'credited', after: 'credited' }],
    [sent, not, true, { before: 'credited', on: 'credited', after: 'credited' }],
    [not, paid, true, { before: 'credited', on: 'credited', after: 'credited' }],
    [sent, paid, true, { before: 'credited', on: 'credited', after: 'credited' }],
  ] as const)(
    'sent on %s, paid on %s, credited: %s, is, by its last day, %o',
    async (sentOn, paidOn, isCredited, states) => {
      const invoices = room.test.app.get(InvoicesRepository);
      await room.test.app.get(Work).run(agency.scope, async (tx) => {
        const creditedBy = isCredited ? noteId : null;
        await invoices.update(tx, invoiceId, { sentOn, paidOn, creditedBy });
        const [row, note] = [await invoices.find(tx, invoiceId), await invoices.find(tx, noteId)];
        expect(row!.dueOn).toBe(days.on);
        for (const when of ['before', 'on', 'after'] as const) {
          const today = days[when];
          expect(stateOf(row!, today), when).toBe(states[when]);
          expect(await listedAs(tx, invoiceId, today), when).toEqual([states[when]]);
          expect(stateOf(note!, today)).toBe('credit');
          expect(await listedAs(tx, noteId, today)).toEqual(['credit']);
        }
      });
    },
  );
});
