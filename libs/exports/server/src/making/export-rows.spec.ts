import type { ExportKind } from '@toonbank/exports/contract';
import { laneOf } from '@toonbank/payment-methods/contract';
import { Work } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import * as fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportRoom, type PutOrder } from '../exports.testing';
import { lent } from './lent';
import { whoseColumns } from './whose';

let room: ExportRoom;
let staff: TestCaller;

beforeAll(async () => {
  room = await ExportRoom.open();
});

afterAll(() => room.close());

const nasty = [
  '=1+1',
  '+31',
  '-5',
  '@x',
  '\t=1',
  'a;b',
  'a,b',
  'a"b',
  'a\r\nb',
  '\\N',
  '\\.',
  'é€',
];
const orders: fc.Arbitrary<PutOrder[]> = fc.array(
  fc.record({
    number: fc.oneof(
      fc.constantFrom(...nasty, '＝1', "'=1", ' '),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
        .filter((text) => !text.includes('\0')),
    ),
    // The clocks go back in the night of 24 October.
    at: fc
      .date({ min: new Date('2026-10-24'), max: new Date('2026-10-27'), noInvalidDate: true })
      .map((at) => at.toISOString()),
    cents: fc.integer({ min: 1, max: 9_999_999 }),
    status: fc.constantFrom('COMPLETED', 'EXPIRED'),
    brand: fc.constantFrom(null, 'IDEAL', 'PAYPAL', 'BILLINK', 'NEW_BRAND'),
  }),
  { maxLength: 12 },
);
const dutch = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' },
});
/** A sheet knows no zones: the Dutch time as if it were Greenwich's. */
const dutchCell = (at: string) => new Date(`${dutch.format(new Date(at)).replace(' ', 'T')}Z`);
const laneAt = (brand: string | null | undefined) => (brand ? laneOf(brand) : null);
const disarmed = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/** An agency of its own with these orders, and what should stand of them, in order. */
async function town(rows: readonly PutOrder[]) {
  const agency = await room.agency();
  const stall = await room.stall(agency);
  const ids = rows.length === 0 ? [] : await room.putOrders(stall, rows);
  staff = await room.staff(agency);
  const known = rows.map((row, at) => ({ ...row, id: ids[at]!, at: row.at!, cents: row.cents! }));
  const key = ({ at, id }: { at: string; id: string }) => `${at} ${id}`;
  return known.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const october = { from: '2026-10-01', until: '2026-10-31' };

describe('an export and the rows', () => {
  it('say the same in CSV, whatever a shop put into its numbers', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.constantFrom('nl', 'international'), async (rows, numbers) => {
        const known = await town(rows);
        const text = await room.text(staff, { ...october, numbers });
        const isDutch = numbers === 'nl';
        const body = isDutch ? text.slice(1) : text;
        expect(text.startsWith('\ufeff')).toBe(isDutch);
        const [head, ...lines] = parseCsv(body, { delimiter: isDutch ? ';' : ',' });
        expect(head![0]).toBe('order_id');
        const money = (cents: number) => {
          const figure = (cents / 100).toFixed(2);
          return isDutch ? figure.replace('.', ',') : figure;
        };
        expect(lines.map((line) => line.slice(0, 8).map(String))).toEqual(
          known.map(({ id, number, status, brand, cents, at }) => [
            ...[id, disarmed(number), status!, brand ?? '', laneAt(brand) ?? '', money(cents)],
            ...[status === 'COMPLETED' ? money(cents) : '', dutch.format(new Date(at))],
          ]),
        );
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('say the same in JSON Lines and in a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (rows) => {
        const known = await town(rows);
        const text = await room.text(staff, { ...october, format: 'jsonl' });
        const objects = text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as object);
        expect(objects).toMatchObject(
          known.map(({ id, number, status, cents, at, brand }) => ({
            ...{ order_id: id, order_number: number, status, payment_brand: brand },
            lane: laneAt(brand),
            ...{ amount: { currency: 'EUR', amount: cents }, created_at: at },
          })),
        );
        const book = await readXlsx(await room.bytes(staff, { ...october, format: 'xlsx' }));
        const cells = book.sheets[0]!.rows.slice(1).map((row) => row.slice(0, 8));
        expect(cells).toEqual(
          known.map(({ id, number, status, brand, cents, at }) => [
            ...[id, number, status!, brand, laneAt(brand), cents / 100],
            ...[status === 'COMPLETED' ? cents / 100 : null, dutchCell(at)],
          ]),
        );
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('stand in a file as they always have', async () => {
    await town([
      { number: 'A-1', at: '2026-10-24T22:00:00Z', cents: 1250, brand: 'IDEAL' },
      { number: '=HYPERLINK("http://x")', at: '2026-10-25T00:30:00Z', cents: 5 },
      { number: 'B-1', at: '2026-10-25T01:00:00Z', cents: 900, brand: 'PAYPAL' },
      { number: 'twee; delen', at: '2026-10-25T01:30:00Z', cents: 9_999_999, status: 'EXPIRED' },
    ]);
    const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
    for (const numbers of ['nl', 'international'] as const) {
      const text = (await room.text(staff, { ...october, numbers })).replaceAll(ids, '<id>');
      await expect(text).toMatchFileSnapshot(`./golden/orders.${numbers}.csv`);
    }
  });
});

describe('what leaves the house', () => {
  it.each(Object.keys(lent) as ExportKind[])('of %s are these columns', async (kind) => {
    const own = lent[kind].columns.map(({ name, sql }) => `${name} ${sql}`);
    const columns = [...own, ...whoseColumns(lent[kind]).map(({ name }) => name)];
    await expect(`${columns.join('\n')}\n`).toMatchFileSnapshot(`./golden/columns.${kind}.txt`);
  });

  it('is nothing about a shopper, in any kind and any format', async () => {
    const agency = await room.agency();
    const stall = await room.stall(agency);
    const canary = 'Kanarie';
    const address = {
      ...{ firstName: canary, middleName: canary, lastName: canary, street: canary },
      ...{ houseNumber: canary, postalCode: '1234AB', city: canary, countryCode: 'NL' },
    };
    const order = await room.order(stall, {
      ...{ description: canary, shippingAddress: address, billingAddress: address },
      customer: {
        ...{ emailAddress: 'kanarie@shopper.example', initials: canary, fullName: canary },
        ...{ telephoneNumber: '0612345678', dateOfBirth: '01-01-1970' },
      },
    });
    const { agencyId, merchantId, place } = stall.scope;
    await room.app.get(Work).run(stall.scope, async (tx) => {
      const values = [agencyId, merchantId, place.webshopId, place.environment, order];
      const [sent] = await tx.sql<{ id: string }>(
        'select id from announcement where agency_id = $1 and order_id = $2',
        [agencyId, order],
      );
      await tx.sql(
        `insert into transaction (agency_id, merchant_id, order_id, id, announcement_id,
           payment_brand, type, status, amount, started_at, updated_at)
         values ($1, $2, $3, $4, $5, 'IDEAL', 'PAYMENT', 'SUCCESS', 1250, $6, $6)`,
        [agencyId, merchantId, order, newId(), sent!.id, room.clock.now()],
      );
      await tx.sql(
        `insert into refund (agency_id, merchant_id, webshop_id, environment, order_id, id,
           merchant_order_id, transaction_id, payment_brand, route, status, amount, description,
           reason, idempotency_key, request_hash, requested_at, tries)
         values ($1, $2, $3, $4, $5, $6, 'A-1', $6, 'IDEAL', 'bank', 'FAILED', 1, '${canary}',
           '${canary}', '${canary}', '', $7, 0)`,
        [...values, newId(), room.clock.now()],
      );
    });
    const here = await room.staff(agency);
    for (const kind of ['orders', 'transactions', 'refunds'] as const) {
      for (const format of ['csv', 'jsonl', 'xlsx'] as const) {
        const bytes = await room.bytes(here, { kind, format });
        const rows = format === 'xlsx' ? (await readXlsx(bytes)).sheets[0]!.rows : bytes.toString();
        const text = JSON.stringify(rows);
        expect(text, `${kind} ${format}`).toContain(merchantId);
        expect(text, `${kind} ${format}`).not.toMatch(/kanarie|0612345678|01-01-1970|1234AB/i);
      }
    }
  });
});
