import type { AuditPage } from '@toonbank/audit/contract';
import { BankRefunds } from '@toonbank/bank-client/server';
import { newId, type ProblemDocument } from '@toonbank/primitives';
import type { Refund, RefundPage, RefundSettings, RefundTotals } from '@toonbank/refunds/contract';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RefundRoom, type Selling } from './refunds.testing';

let room: RefundRoom;
let shop: Selling;
let software: TestCaller;

beforeAll(async () => {
  room = await RefundRoom.open();
  shop = await room.selling();
  software = room.shop(shop);
});

afterAll(() => room.close());

const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as ProblemDocument).code,
];
const read = async (id: string) => (await software.get<Refund>(`/v1/refunds/${id}`)).body;
/** Lets time pass and the worker do a round. */
async function later(hours: number): Promise<void> {
  await room.pass(hours);
  await room.sweep.round();
}

describe('a refund that a shop asks for', () => {
  it('is at the bank at once, expected in two days, and followed to its end', async () => {
    const order = await room.paid(shop);
    const { status, body } = await room.ask(software, order, { vatCategory: 'HIGH', cents: 500 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ orderId: order, route: 'bank', status: 'PENDING', amount: { amount: 500 } },
      ...{ vatCategory: 'HIGH', requestedBy: null, decidedAt: null, refusal: null },
      expectedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    await later(7);
    expect((await read(body.id)).status).toBe('PENDING');
    await later(49);
    expect(await read(body.id)).toMatchObject({
      status: 'SUCCEEDED',
      endedAt: expect.any(String),
    });
    expect(await room.sweep.round()).toBe(0);
  });

  it('is one for one key, however often and at once; another body is refused', async () => {
    const order = await room.paid(shop);
    const key = newId();
    const asked = { key, cents: 400 };
    const answers = await Promise.all([1, 2, 3, 4].map(() => room.ask(software, order, asked)));
    const again = await room.ask(software, order, asked);
    const ids = [...answers, again].map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
    expect(await room.ledger(order, shop)).toEqual({ count: 1, cents: 400 });
    const other = await room.ask(software, order, { key, cents: 401 });
    expect(codeOf(other)).toEqual([422, 'idempotency-key-reused']);
  });

  it('is never above the rest, ours under way included, two at once included', async () => {
    const order = await room.paid(shop);
    const two = await Promise.all([
      room.ask(software, order, { cents: 700 }),
      room.ask(software, order, { cents: 700 }),
    ]);
    expect(two.map(({ status }) => status).sort()).toEqual([201, 422]);
    const above = await room.ask<ProblemDocument>(software, order, { cents: 551 });
    expect(codeOf(above)).toEqual([422, 'refund-above-rest']);
    expect(above.body).toMatchObject({ path: 'amount', detail: expect.stringContaining('5.50') });
    // Without an amount it is all that is left.
    expect((await room.ask(software, order)).body.amount.amount).toBe(550);
    expect(codeOf(await room.ask(software, order))).toEqual([409, 'refund-nothing-left']);
    expect(await room.ledger(order, shop)).toEqual({ count: 2, cents: 1250 });
  });

  it('that fails gives its part free again', async () => {
    const order = await room.paid(shop);
    const { body } = await room.ask(software, order);
    const [made] = (await room.bank.refunds()).slice(-1);
    await room.bank.endRefund(made!.refundId, 'FAILED');
    await later(7);
    expect((await read(body.id)).status).toBe('FAILED');
    expect((await room.ask(software, order)).body.status).toBe('PENDING');
  });

  it('that the bank itself does not know is asked for again, not guessed', async () => {
    const order = await room.paid(shop);
    const { body } = await room.ask(software, order);
    const made = (await room.bank.refunds()).at(-1)!.refundId;
    await room.bank.endRefund(made, 'UNKNOWN');
    await later(7);
    expect((await read(body.id)).status).toBe('UNKNOWN');
    await room.bank.endRefund(made, 'SUCCEEDED');
    await later(1);
    expect((await read(body.id)).status).toBe('SUCCEEDED');
  });

  it.each(['PAYPAL', 'BANCONTACT'])('of %s is not the API’s: it says what to do', async (brand) => {
    const order = await room.paid(shop, 900, brand);
    const refused = await room.ask<ProblemDocument>(software, order);
    expect(codeOf(refused)).toEqual([409, 'refund-elsewhere']);
    expect(refused.body.detail).toContain('portal');
    const { body } = await software.get<RefundPage>(`/v1/refunds?orderId=${order}`);
    expect(body.items).toEqual([]);
  });

  it.each([
    ['nothing', { cents: 0 }],
    ['less than nothing', { cents: -100 }],
    ['no description', { description: '' }],
    ['46 characters of description', { description: 'x'.repeat(46) }],
    ['two lines of description', { description: 'a\nb' }],
    ['a VAT category that is none', { vatCategory: 'MIDDLE' }],
  ])('with %s is refused at the door', async (_what, body) => {
    const order = await room.paid(shop);
    expect((await room.ask(software, order, body)).status).toBe(422);
    expect(await room.ledger(order, shop)).toEqual({ count: 0, cents: 0 });
  });

  it('of an order that is not paid, or a stranger’s, is refused', async () => {
    const stranger = await room.selling();
    const theirs = await room.paid(stranger);
    expect(codeOf(await room.ask(software, theirs))).toEqual([404, 'not-found']);
    expect((await software.get(`/v1/orders/${theirs}/refundable`)).status).toBe(404);
    const order = await room.paid(shop);
    const { body } = await room.ask(software, order);
    expect((await room.shop(stranger).get(`/v1/refunds/${body.id}`)).status).toBe(404);
  });
});

describe('a call to the bank', () => {
  const calls = [
    ['is lost after recording', 'lost-answer', 1],
    ['fails before recording', 'status', 0],
    ['fails after recording', 'status-after', 1],
  ] as const;
  it.each(calls)('that %s is asked for, not guessed: one refund', async (_what, kind, recorded) => {
    const order = await room.paid(shop);
    await room.bank.misbehave({ call: 'refund', kind, value: 500 });
    const { status, body } = await room.ask(software, order, { cents: 300 });
    expect([status, body.status]).toEqual([201, 'SENDING']);
    expect((await room.ledger(order, shop)).count).toBe(recorded);
    await later(1);
    expect((await read(body.id)).status).toBe('PENDING');
    expect(await room.ledger(order, shop)).toEqual({ count: 1, cents: 300 });
  });

  it('that is refused ends the refund in the words of the bank', async () => {
    const order = await room.paid(shop);
    await room.bank.misbehave({ call: 'refund', kind: 'status', value: 422 });
    const { body } = await room.ask(software, order);
    expect(body).toMatchObject({ status: 'FAILED', refusal: { code: 422 } });
    expect((await room.ask(software, order)).body.status).toBe('PENDING');
  });

  it('is made by one worker at a time', async () => {
    const order = await room.paid(shop);
    await room.bank.misbehave({ call: 'refund', kind: 'status', value: 503 });
    const { body } = await room.ask(software, order);
    await room.pass(1);
    const rounds = await Promise.all([room.sweep.round(), room.sweep.round()]);
    expect(rounds.reduce((sum, asked) => sum + asked)).toBe(1);
    expect((await read(body.id)).status).toBe('PENDING');
  });
});

describe('a round of the worker', () => {
  // One webshop whose keys could not be opened ended the round: refunds of all agencies behind it
  // waited for as long as it failed.
  it('in which one refund fails goes on with the others, and comes back to it', async () => {
    const other = await room.selling();
    const mine = room.shop(other);
    const orders = [await room.paid(other), await room.paid(other)];
    await room.bank.misbehave({ call: 'refund', kind: 'status', value: 503, times: 2 });
    for (const order of orders) await room.ask(mine, order);
    const states = async () => {
      const { body } = await mine.get<RefundPage>('/v1/refunds');
      return body.items.map(({ status }) => status).sort();
    };
    expect(await states()).toEqual(['SENDING', 'SENDING']);
    const bank = room.api.app.get(BankRefunds, { strict: false });
    vi.spyOn(bank, 'request').mockRejectedValueOnce(new Error('gone'));
    await later(1);
    expect(await states()).toEqual(['PENDING', 'SENDING']);
    await later(0.02);
    expect(await states()).toEqual(['PENDING', 'PENDING']);
  });
});

describe('a refund that a person asks for', () => {
  it('of EUR 250 and more waits for another person', async () => {
    const order = await room.paid(shop, 30_000);
    const finance = await room.staff(shop.scope, 'finance');
    const { body } = await room.ask(finance, order, { cents: 25_000, reason: 'Retour 1182' });
    expect(body).toMatchObject({ status: 'AWAITING_APPROVAL', reason: 'Retour 1182' });
    expect(await room.ledger(order, shop)).toEqual({ count: 0, cents: 0 });
    const approval = `/v1/refunds/${body.id}/approval`;
    const own = await finance.put(approval, { approved: true });
    expect(codeOf(own)).toEqual([409, 'refund-own-approval']);
    const support = await room.staff(shop.scope, 'support');
    expect((await support.put(approval, { approved: true })).status).toBe(403);
    const owner = await room.staff(shop.scope, 'owner');
    const approved = await owner.put<Refund>(approval, { approved: true });
    expect(approved.body).toMatchObject({
      ...{ status: 'PENDING', decidedBy: expect.stringContaining('@agency.test') },
    });
    expect(codeOf(await owner.put(approval, { approved: false }))).toEqual([409, 'refund-decided']);
    const { body: log } = await owner.get<AuditPage>('/v1/audit');
    const acts = log.items.map(({ act }) => act).filter((act) => act.startsWith('refund.'));
    expect(acts.slice(0, 2)).toEqual(['refund.approved', 'refund.requested']);
  });

  it('is decided once by two at once, and gives its money free when rejected', async () => {
    const order = await room.paid(shop, 30_000);
    const { body } = await room.ask(software, order);
    expect(body.status).toBe('AWAITING_APPROVAL');
    const people = [await room.staff(shop.scope, 'owner'), await room.staff(shop.scope, 'admin')];
    const answers = await Promise.all(
      people.map((one) => one.put<Refund>(`/v1/refunds/${body.id}/approval`, { approved: false })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(body.id)).status).toBe('REJECTED');
    expect((await room.ask(software, order, { cents: 24_999 })).body.status).toBe('PENDING');
  });

  it('takes a proof of who it is that is fresh', async () => {
    const order = await room.paid(shop, 1250);
    const owner = await room.staff(shop.scope, 'owner');
    await room.pass(0.2);
    expect(codeOf(await room.ask(owner, order))).toEqual([403, 'fresh-login']);
  });

  it.each([
    ['PAYPAL', 'paypal'],
    ['BANCONTACT', 'bank-transfer'],
  ])('of %s is a task until somebody says it is done', async (brand, route) => {
    const order = await room.paid(shop, 900, brand);
    const owner = await room.staff(shop.scope, 'owner');
    const { body } = await room.ask(owner, order);
    expect(body).toMatchObject({ route, status: 'ELSEWHERE', amount: { amount: 900 } });
    expect(codeOf(await room.ask(owner, order))).toEqual([409, 'refund-nothing-left']);
    const confirmation = `/v1/refunds/${body.id}/confirmation`;
    const done = await owner.put<Refund>(confirmation, { paid: true });
    expect(done.body).toMatchObject({ status: 'CONFIRMED', endedAt: expect.any(String) });
    const after = await owner.put(confirmation, { paid: false });
    expect(codeOf(after)).toEqual([409, 'refund-decided']);
  });

  it('may wait for nobody, or for everybody, as the agency sets it', async () => {
    const other = await room.selling();
    const owner = await room.staff(other.scope, 'owner');
    const set = (amount: number | null) =>
      owner.put<RefundSettings>('/v1/refund-settings', {
        approvalFrom: amount === null ? null : { currency: 'EUR', amount },
      });
    expect((await set(null)).body.approvalFrom).toBeNull();
    const large = await room.ask(owner, await room.paid(other, 90_000));
    expect(large.body.status).toBe('PENDING');
    expect((await set(1)).body.approvalFrom).toEqual({ currency: 'EUR', amount: 1 });
    const small = await room.ask(owner, await room.paid(other, 100), { cents: 1 });
    expect(small.body.status).toBe('AWAITING_APPROVAL');
  });
});

it('lists refunds newest first, page by page, narrowed', async () => {
  const other = await room.selling();
  const mine = room.shop(other);
  const order = await room.paid(other);
  for (const cents of [100, 200, 300]) {
    room.clock.advance({ seconds: 1 });
    await room.ask(mine, order, { cents });
  }
  const page = (query: string) => mine.get<RefundPage>(`/v1/refunds?${query}`);
  const cents = ({ body }: { body: RefundPage }) => body.items.map((item) => item.amount.amount);
  const first = await page('limit=2');
  expect(cents(first)).toEqual([300, 200]);
  expect(cents(await page(`limit=2&after=${first.body.next}`))).toEqual([100]);
  expect(cents(await page('status=SUCCEEDED'))).toEqual([]);
  expect(cents(await page(`orderId=${order}&route=bank`))).toHaveLength(3);
  expect((await page('environment=sandbox')).status).toBe(422);
});

describe('totals', () => {
  it('are of all pages, by route and status, of what fits and of nothing else', async () => {
    const other = await room.selling();
    const mine = room.shop(other);
    const owner = await room.staff(other.scope, 'owner');
    const order = await room.paid(other);
    for (const cents of [100, 200, 300]) await room.ask(mine, order, { cents });
    await room.ask(owner, await room.paid(other, 900, 'PAYPAL'));
    const totals = async (query = '') =>
      (await mine.get<RefundTotals>(`/v1/refunds/totals${query}`)).body;
    const atBank = { route: 'bank', status: 'PENDING', refunds: 3, sum: 600 };
    const inPaypal = { route: 'paypal', status: 'ELSEWHERE', refunds: 1, sum: 900 };
    expect(await totals()).toEqual({ environment: 'production', totals: [atBank, inPaypal] });
    expect((await totals('?route=paypal')).totals).toEqual([inPaypal]);
    expect((await totals(`?orderId=${order}`)).totals).toEqual([atBank]);
    expect((await totals('?status=FAILED')).totals).toEqual([]);
    const tomorrow = new Date(room.clock.millis() + 86_400_000).toISOString();
    expect((await totals(`?from=${tomorrow}`)).totals).toEqual([]);
    expect((await totals(`?until=${tomorrow}`)).totals).toEqual([atBank, inPaypal]);
    expect((await mine.get<RefundPage>(`/v1/refunds?from=${tomorrow}`)).body.items).toEqual([]);
  });

  it('mix neither environments nor agencies', async () => {
    const sandbox = await (
      await room.staff(shop.scope, 'owner')
    ).get<RefundTotals>('/v1/refunds/totals?environment=sandbox');
    expect(sandbox.body).toEqual({ environment: 'sandbox', totals: [] });
    expect((await software.get('/v1/refunds/totals?environment=sandbox')).status).toBe(422);
    const nobody = await room.selling();
    expect((await room.shop(nobody).get<RefundTotals>('/v1/refunds/totals')).body.totals).toEqual(
      [],
    );
    const wrong = await software.get('/v1/refunds/totals?from=yesterday');
    expect(wrong.status).toBe(422);
  });
});
