import type { ExportKind, ExportNumbers } from '@toonbank/exports/contract';
import { laneOf } from '@toonbank/payment-methods/contract';
import { type Tx, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import * as fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportRoom, type Stall } from '../exports.testing';
import {
  putInvoices,
  type PutInvoice,
  putRefunds,
  type PutRefund,
  putTransactions,
  type PutTransaction,
} from '../put-kinds.testing';

let room: ExportRoom;
let staff: TestCaller;
let stall: Stall;

beforeAll(async () => {
  room = await ExportRoom.open();
});
afterAll(() => room.close());

const october = { from: '2026-10-01', until: '2026-10-31' };
const brand = fc.constantFrom('IDEAL', 'PAYPAL', 'BILLINK', 'BANCONTACT', 'NEW_BRAND');
const cents = fc.integer({ min: 1, max: 9_999_999 });
// The clocks go back in the night of 24 October.
const at = fc
  .date({ min: new Date('2026-10-24'), max: new Date('2026-10-27'), noInvalidDate: true })
  .map((moment) => moment.toISOString());
const day = fc.integer({ min: 1, max: 31 }).map((of) => `2026-10-${String(of).padStart(2, '0')}`);
const nasty = fc.constantFrom(
  '=1+1',
  '+31',
  '-5',
  '@x',
  'a;b',
  'a,b',
  'a"b',
  'a\r\nb',
  'é€',
  'A-1',
);

const transactions: fc.Arbitrary<PutTransaction[]> = fc.array(
  fc.record({
    ...{ brand, cents, at, confirmed: fc.option(cents) },
    status: fc.constantFrom('SUCCESS', 'FAILURE', 'EXPIRED'),
  }),
  { maxLength: 8 },
);
const refunds: fc.Arbitrary<PutRefund[]> = fc.array(
  fc.record({
    ...{ number: nasty, brand, cents, at, expectedOn: fc.option(day) },
    route: fc.constantFrom('bank', 'paypal', 'bank-transfer'),
    status: fc.constantFrom('SUCCEEDED', 'FAILED', 'ELSEWHERE'),
    vat: fc.constantFrom(null, 'HIGH', 'NONE'),
  }),
  { maxLength: 8 },
);
const invoices: fc.Arbitrary<PutInvoice[]> = fc.array(
  fc.record({
    ...{ billedTo: nasty, issuedOn: day, paidOn: fc.option(day) },
    ...{ net: fc.integer({ min: -99_999, max: 99_999 }), vat: fc.integer({ min: 0, max: 9 }) },
  }),
  { maxLength: 8 },
);

const dutch = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' },
});
const time = (moment: string) => dutch.format(new Date(moment));
const disarmed = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
const money = (figure: number | null, numbers: ExportNumbers) => {
  const text = figure === null ? '' : (figure / 100).toFixed(2);
  return numbers === 'nl' ? text.replace('.', ',') : text;
};

/** An agency of its own with one webshop. */
async function town(): Promise<void> {
  const agency = await room.agency();
  stall = await room.stall(agency);
  staff = await room.staff(agency);
}

function put<T>(does: (tx: Tx) => Promise<T>): Promise<T> {
  return room.app.get(Work).run(stall.scope, does);
}

function putBills(rows: readonly PutInvoice[]): Promise<Id[]> {
  const { agencyId, merchantId, actor } = stall.scope;
  const agency = { agencyId, actor };
  return room.app.get(Work).run(agency, (tx) => putInvoices(tx, merchantId, rows));
}

async function order(): Promise<Id> {
  const [id] = await room.putOrders(stall, [{ number: 'A-1', at: '2026-10-02T12:00:00Z' }]);
  return id!;
}

/** The lines by the names of their columns, as texts. */
async function lines(kind: ExportKind, numbers: ExportNumbers) {
  const text = await room.text(staff, { ...october, kind, numbers });
  const delimiter = numbers === 'nl' ? ';' : ',';
  const [head, ...rows] = parseCsv(text.replace('\ufeff', ''), { delimiter });
  return rows.map((row) =>
    Object.fromEntries(head!.map((name, of) => [String(name), String(row[of])])),
  );
}

/** By their moment, then by their id. */
function sorted<T extends { readonly id: Id }>(rows: readonly T[], when: (row: T) => string): T[] {
  const key = (row: T) => `${when(row)} ${row.id}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const styles = fc.constantFrom<ExportNumbers>('nl', 'international');

describe('an export and the rows say the same', () => {
  it('of transactions', async () => {
    await fc.assert(
      fc.asyncProperty(transactions, styles, async (rows, numbers) => {
        await town();
        const orderId = await order();
        const ids = await put((tx) => putTransactions(tx, orderId, rows));
        const known = rows.map((row, of) => ({ ...row, ...ids[of]! }));
        expect(await lines('transactions', numbers)).toMatchObject(
          sorted(known, (row) => row.at).map((row) => ({
            ...{ transaction_id: row.id, order_id: orderId, order_number: 'A-1' },
            ...{ bank_order_id: row.bankOrderId, type: 'PAYMENT', status: row.status },
            ...{ payment_brand: row.brand, lane: laneOf(row.brand) },
            ...{ amount: money(row.cents, numbers), confirmed: money(row.confirmed, numbers) },
            ...{ started_at: time(row.at), updated_at: time(row.at) },
            webshop_id: stall.scope.place.webshopId,
          })),
        );
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('of refunds', async () => {
    await fc.assert(
      fc.asyncProperty(refunds, styles, async (rows, numbers) => {
        await town();
        const orderId = await order();
        const ids = await put((tx) => putRefunds(tx, orderId, rows));
        const known = rows.map((row, of) => ({ ...row, id: ids[of]! }));
        expect(await lines('refunds', numbers)).toMatchObject(
          sorted(known, (row) => row.at).map((row) => ({
            ...{ refund_id: row.id, order_id: orderId, order_number: disarmed(row.number) },
            ...{ route: row.route, status: row.status, payment_brand: row.brand },
            ...{ lane: laneOf(row.brand), amount: money(row.cents, numbers) },
            ...{ vat_category: row.vat ?? '', requested_at: time(row.at) },
            ...{ expected_on: row.expectedOn ?? '', ended_at: '' },
          })),
        );
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('of bills', async () => {
    await fc.assert(
      fc.asyncProperty(invoices, styles, async (rows, numbers) => {
        await town();
        const ids = await putBills(rows);
        const known = rows.map((row, of) => ({ ...row, id: ids[of]!, number: of + 1 }));
        expect(await lines('bills', numbers)).toMatchObject(
          sorted(known, (row) => row.issuedOn).map((row) => ({
            ...{ invoice_id: row.id, number: `2026-${String(row.number).padStart(4, '0')}` },
            ...{ billed_to: disarmed(row.billedTo), issued_on: row.issuedOn },
            ...{ sent_on: '', paid_on: row.paidOn ?? '', net: money(row.net, numbers) },
            ...{ vat: money(row.vat, numbers), total: money(row.net + row.vat, numbers) },
            merchant_id: stall.scope.merchantId,
          })),
        );
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});

describe('each kind stands in a file as it always has', () => {
  const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const goldenOf = async (kind: ExportKind) => {
    for (const numbers of ['nl', 'international'] as const) {
      const text = await room.text(staff, { ...october, kind, numbers });
      await expect(text.replaceAll(ids, '<id>')).toMatchFileSnapshot(
        `./golden/${kind}.${numbers}.csv`,
      );
    }
  };

  it('of transactions and of refunds', async () => {
    await town();
    const orderId = await order();
    await put(async (tx) => {
      await putTransactions(tx, orderId, [
        {
          ...{ brand: 'IDEAL', status: 'FAILURE', cents: 1250, confirmed: null },
          at: '2026-10-24T22:00:00Z',
        },
        { brand: 'PAYPAL', status: 'SUCCESS', cents: 5, confirmed: 5, at: '2026-10-25T00:30:00Z' },
      ]);
      await putRefunds(tx, orderId, [
        {
          ...{ number: '=HYPERLINK("http://x")', brand: 'BANCONTACT', route: 'bank-transfer' },
          ...{ status: 'ELSEWHERE', cents: 9_999_999, vat: null },
          ...{ at: '2026-10-25T01:30:00Z', expectedOn: null },
        },
        {
          ...{ number: 'twee; delen', brand: 'IDEAL', route: 'bank', status: 'SUCCEEDED' },
          ...{ cents: 50, vat: 'HIGH', at: '2026-10-26T01:30:00Z', expectedOn: '2026-10-28' },
        },
      ]);
    });
    await goldenOf('transactions');
    await goldenOf('refunds');
  });

  it('of bills', async () => {
    await town();
    await putBills([
      { billedTo: '=1+1', issuedOn: '2026-10-01', paidOn: null, net: -1000, vat: 0 },
      { billedTo: 'Bakker; Zn', issuedOn: '2026-10-31', paidOn: '2026-10-31', net: 5, vat: 1 },
    ]);
    await goldenOf('bills');
  });
});
