import type { AuditPage } from '@toonbank/audit/contract';
import type { BillingRun, Invoice } from '@toonbank/billing/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import type { ProblemDocument } from '@toonbank/primitives';
import { type TestCaller, type TestProcess, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BillingRoom, close, invoicesOf, type TestShop } from './billing.testing';
import { monthAfter, monthOf } from './months';

// The processes that die are the whole API or worker, in the time of the machine; this one goes on
// after them, on the same rows.
let room: BillingRoom;
let scope: Scope;
let staff: TestCaller;
let shop: TestShop;
let month: string;

beforeAll(async () => (room = await BillingRoom.whole()));
afterAll(() => room.close());

/** An agency with two merchants to bill for the month before this one, which waits to be closed. */
beforeEach(async () => {
  const now = new Date();
  month = monthAfter(monthOf(now), -1);
  const ready = await room.ready('agency', now.toISOString());
  ({ staff, shop } = ready);
  scope = ready.agency.scope;
  room.at(new Date(now.getTime() - 40 * 24 * 3_600_000).toISOString());
  const other = await ready.agency.shop('Slager', 4);
  room.at(now.toISOString());
  await room.bill(staff, other, 'agency');
  await room.sweep().round();
});

interface Said {
  readonly path: string;
  readonly body: object;
}

const say = ({ path, body }: Said) => staff.post<ProblemDocument>(path, body);
const run = () => `/v1/billing/runs/${month}`;

/** The same is said to an API that dies over it. */
async function dies(api: TestProcess, { path, body }: Said): Promise<void> {
  await expect(staff.askAt(api, 'POST', path, body)).rejects.toThrow();
  expect(await api.ended()).toBe('SIGKILL');
}

/** All that closing, crediting and billing again change, with what the list of tasks is told of it. */
async function whole() {
  const { body } = await staff.get<BillingRun>(run());
  const rows = await invoicesOf(staff);
  const kept = await Promise.all(
    rows.map(async ({ id }) => (await staff.get<Invoice>(`/v1/invoices/${id}`)).body),
  );
  const { body: log } = await staff.get<AuditPage>('/v1/audit');
  const [told] = await room.test.app.get(Work).read(scope, (tx) =>
    tx.sql<{ count: number; last: number | null }>(
      `select count(*)::int as count, (select max(last) from invoice_counter
           where agency_id = $1) as last from outbox_event where agency_id = $1`,
      [scope.agencyId],
    ),
  );
  return {
    state: body.state,
    bills: body.bills.map(({ merchantId, invoiceNumber, total }) => {
      return { merchantId, total, isBilled: invoiceNumber !== null };
    }),
    invoices: kept.map(({ number, kind, state, total, lines }) => {
      return { number: Number(number.slice(5)), kind, state, total, lines: lines.length };
    }),
    acts: log.items.map(({ act }) => act).filter((act) => /^(billing|invoice)\./.test(act)),
    waits: (await waitsOf(room.test.app, scope)).map(({ kind, facts }) => [kind, facts['month']]),
    ...{ told: told!.count, last: told!.last ?? 0 },
  };
}

/** Dies at each of these in turn, and leaves what was there; then after the commit, and leaves all. */
async function diesAtEach(inside: readonly string[], said: Said) {
  const before = await whole();
  for (const failpoint of inside) {
    await dies(await room.process({ app: 'api', failpoint }), said);
    expect(await whole(), failpoint).toEqual(before);
  }
  await dies(await room.process({ app: 'api', failpoint: 'billing-act.done' }), said);
  const done = await whole();
  // No number is missing, and none was given twice.
  expect(done.last).toBe(done.invoices.length);
  expect(done.invoices.map(({ number }) => number)).toEqual(
    done.invoices.map((_, index) => done.last - index),
  );
  return { before, done };
}

const each = (...own: string[]) => ['invoice-numbers.taken', 'invoices.put', ...own];

describe('kill -9 of the API', () => {
  it('over the end of a month bills all or nobody, once', async () => {
    const { body } = await staff.get<BillingRun>(run());
    const said = { path: `${run()}/close`, body: { total: body.total } };
    const points = each('month-close.marked', 'billing-wait.told', 'billing-act.put');
    const { before, done } = await diesAtEach(points, said);
    expect(before).toMatchObject({ state: 'open', invoices: [], last: 0 });
    expect(before.waits).toContainEqual(['month-to-close', month]);
    expect(done).toMatchObject({
      ...{ state: 'closed', last: 2, told: before.told + 1 },
      bills: before.bills.map((bill) => ({ ...bill, isBilled: true })),
      acts: ['billing.month-closed', ...before.acts],
    });
    expect(done.waits).not.toContainEqual(['month-to-close', month]);
    // Who was not answered says it again, and reads that it is so.
    expect((await say(said)).status).toBe(200);
    expect(await whole()).toEqual(done);
  }, 120_000);

  it('over a credit note takes all of the invoice back or nothing, once', async () => {
    await close(staff, month);
    const [last] = await invoicesOf(staff);
    const said = { path: `/v1/invoices/${last!.id}/credit`, body: { reason: 'Fout' } };
    const { before, done } = await diesAtEach(each('billing-wait.told', 'billing-act.put'), said);
    const [second, first] = before.invoices;
    expect(done.invoices).toEqual([
      { ...second!, number: 3, kind: 'credit-note', state: 'credit', total: -second!.total },
      { ...second!, state: 'credited' },
      first,
    ]);
    expect(done).toMatchObject({
      ...{ told: before.told + 1, acts: ['invoice.credited', ...before.acts] },
    });
    const again = await say(said);
    expect([again.status, again.body.code]).toEqual([409, 'invoice-credited']);
    expect(await whole()).toEqual(done);
  }, 120_000);

  it('over billing again makes the whole invoice or none, once', async () => {
    await close(staff, month);
    const invoices = await invoicesOf(staff);
    const { id } = invoices.find(({ merchantId }) => merchantId === shop.merchantId)!;
    await staff.post(`/v1/invoices/${id}/credit`, { reason: 'Fout' });
    const said = { path: `${run()}/bills`, body: { merchantId: shop.merchantId } };
    const { before, done } = await diesAtEach(each('billing-act.put'), said);
    expect(before.bills.map(({ merchantId }) => merchantId)).not.toContain(shop.merchantId);
    expect(done.bills).toHaveLength(2);
    const credited = before.invoices.find(({ state }) => state === 'credited')!;
    expect(done.invoices).toEqual([{ ...credited, number: 4, state: 'open' }, ...before.invoices]);
    expect(done.acts).toEqual(['billing.billed-again', ...before.acts]);
    const again = await say(said);
    expect([again.status, again.body.code]).toEqual([409, 'already-billed']);
    expect(await whole()).toEqual(done);
  }, 120_000);
});

describe('kill -9 of the worker that tells what can be closed', () => {
  it.each([
    ['month-telling.put', 0],
    ['month-telling.done', 1],
  ])(
    'at %s tells the month once',
    async (failpoint, already) => {
      const waiting = () => waitsOf(room.test.app, scope);
      await room.sweep().round();
      const known = await whole();
      // Whoever changes what decides a bill has it told anew.
      await staff.patch('/v1/billing/settings', { termDays: 30 });
      const worker = await room.process({ app: 'worker', failpoint });
      expect(await worker.ended()).toBe('SIGKILL');
      const left = await whole();
      const months = known.waits.length;
      expect(left.told).toBe(known.told + already * months);
      expect(await room.sweep().round()).toBe(1 - already);
      expect(await room.sweep().round()).toBe(0);
      const { told } = await whole();
      expect(told).toBe(known.told + months);
      expect((await waiting()).map(({ facts }) => facts['month'])).toContain(month);
    },
    60_000,
  );
});
