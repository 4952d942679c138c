import { randomUUID } from 'node:crypto';
import { bankTime, RefundableDetails, RefundDetails } from '@toonbank/smart-pay';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningBank, startBank } from './bank';

let bank: RunningBank;
let webshop: { readonly id: string; readonly refreshToken: string };
let token: string;
let paid: string;

const base = '/omnikassa-api/order/server/api/v2';
const dayMs = 86_400_000;

async function control(path: string, body?: object, method = body ? 'POST' : 'GET') {
  const answer = await fetch(`${bank.url}/control${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

interface Sent {
  readonly body?: object;
  readonly requestId?: string;
  readonly bearer?: string;
}

async function wire(path: string, { body, requestId, bearer = token }: Sent = {}) {
  const answer = await fetch(bank.url + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      ...(requestId && { 'request-id': requestId }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

/** Announces an order and pays it; answers the id of its transaction. */
async function payment(amount: number, brand = 'IDEAL'): Promise<string> {
  const announcement = {
    timestamp: bankTime(new Date(Date.now() + (await control('/settings')).clockOffsetMs)),
    merchantOrderId: `R${amount}`,
    amount: { currency: 'EUR', amount: String(amount) },
    merchantReturnURL: 'https://shop.example/return',
  };
  const made = await wire(`${base}/order`, { body: announcement });
  const id = made.body.omnikassaOrderId as string;
  await control(`/orders/${id}/outcome`, { outcome: 'paid', brand });
  const order = await wire(`/v2/orders/${id}`);
  return order.body.order.transactions[0].id;
}

const at = (transaction = paid) => `${base}/refund/transactions/${transaction}`;
const asked = (cents: number, changes: object = {}) => ({
  money: { currency: 'EUR', amount: String(cents) },
  description: 'Terug',
  ...changes,
});
const refund = (cents: number, requestId: string | undefined = randomUUID(), transaction = paid) =>
  wire(`${at(transaction)}/refunds`, { body: asked(cents), ...(requestId && { requestId }) });
const rest = async () => {
  const { body } = await wire(`${at()}/refundable-details`);
  return Number(RefundableDetails.parse(body).refundableMoney.amount);
};
const told = async (id: string) => {
  const { body } = await wire(`${at()}/refunds/${id}`);
  return RefundDetails.parse(body).status;
};
const recorded = async () =>
  ((await control('/refunds')) as RefundDetails[]).filter((r) => r.transactionId === paid);

beforeAll(async () => {
  bank = await startBank({ port: 0, ledger: ':memory:', logLevel: 'silent' });
  const { id: merchantId } = await control('/merchants', { name: 'Demo' });
  const environment = 'production';
  webshop = await control('/webshops', { merchantId, name: 'demo.example', environment });
});

beforeEach(async () => {
  await control('/misdeeds', undefined, 'DELETE');
  await control('/settings', { clockOffsetMs: 0 }, 'PATCH');
  const fresh = await wire('/gatekeeper/refresh', { bearer: webshop.refreshToken });
  token = fresh.body.token;
  paid = await payment(1250);
});

afterAll(() => bank.close());

const later = async (days: number) => {
  await control('/settings', { clockOffsetMs: days * dayMs }, 'PATCH');
  const fresh = await wire('/gatekeeper/refresh', { bearer: webshop.refreshToken });
  token = fresh.body.token;
};

describe('a refund', () => {
  it('is pending, tells every field that clients need, and is done after two days', async () => {
    const { status, body } = await refund(500);
    expect(status).toBe(201);
    expect(RefundDetails.parse(body)).toEqual({
      ...{ refundId: expect.any(String), refundTransactionId: expect.any(String) },
      ...{ createdAt: expect.stringMatching(/T[\d:]{8}Z$/), updatedAt: null, vatCategory: null },
      ...{ refundMoney: { currency: 'EUR', amount: '500' }, paymentBrand: 'IDEAL' },
      ...{ status: 'PENDING', description: 'Terug', transactionId: paid },
    });
    expect(await told(body.refundId)).toBe('PENDING');
    await later(2.1);
    expect(await told(body.refundId)).toBe('SUCCEEDED');
  });

  it('is made once per request id, also at once', async () => {
    const id = randomUUID();
    const answers = await Promise.all([refund(500, id), refund(500, id), refund(500, id)]);
    expect(new Set(answers.map(({ body }) => body.refundId)).size).toBe(1);
    expect(await recorded()).toHaveLength(1);
    const other = await refund(501, id);
    expect([other.status, other.body.errorCode]).toEqual([409, 5905]);
  });

  it('takes the rest and not one cent more; one that failed gives its part free', async () => {
    const first = await refund(750);
    expect(await rest()).toBe(500);
    const above = await refund(501);
    expect([above.status, above.body.errorCode]).toEqual([422, 5901]);
    expect((await refund(500)).status).toBe(201);
    expect(await rest()).toBe(0);
    await control(`/refunds/${first.body.refundId}/outcome`, { outcome: 'FAILED' });
    expect(await rest()).toBe(750);
  });

  it.each(['PAYPAL', 'BANCONTACT'])('is not made of %s', async (brand) => {
    const elsewhere = await payment(900, brand);
    const { status, body } = await refund(100, randomUUID(), elsewhere);
    expect([status, body.errorCode]).toEqual([404, 5903]);
  });

  it('is made through day 60 and not after it', async () => {
    const { body } = await wire(`${at()}/refundable-details`);
    const expiry = Date.parse(RefundableDetails.parse(body).expiryDatetime);
    const days = (expiry - Date.now()) / dayMs;
    expect(days).toBeGreaterThan(60);
    expect(days).toBeLessThanOrEqual(61.05);
    expect(bankTime(new Date(expiry)).slice(11, 19)).toBe('00:00:00');
    await later(days - 0.01);
    expect((await refund(100)).status).toBe(201);
    await later(days + 0.01);
    const late = await refund(100);
    expect([late.status, late.body.errorCode]).toEqual([422, 5902]);
    expect(await rest()).toBe(0);
  });

  it.each([
    ['nothing', asked(0)],
    ['less than nothing', asked(-5)],
    ['another currency', asked(5, { money: { currency: 'USD', amount: '5' } })],
    ['46 characters', asked(5, { description: 'x'.repeat(46) })],
    ['no money', { description: 'x' }],
  ])('of %s is refused', async (_what, body) => {
    const answer = await wire(`${at()}/refunds`, { body, requestId: randomUUID() });
    expect([answer.status, answer.body.errorCode]).toEqual([422, 5017]);
  });

  it('reads the VAT category as every client writes it', async () => {
    for (const [written, read] of [
      ['HIGH', 'HIGH'],
      ['2', 'LOW'],
      ['4', null],
      ['NONE', 'NONE'],
    ]) {
      const body = asked(1, { vatCategory: written });
      const answer = await wire(`${at()}/refunds`, { body, requestId: randomUUID() });
      expect(answer.body.vatCategory, written!).toBe(read);
    }
  });

  it('of a stranger does not exist', async () => {
    expect((await refund(1, randomUUID(), randomUUID())).status).toBe(404);
    expect((await wire(`${at()}/refunds/${randomUUID()}`)).status).toBe(404);
    expect((await wire(`${at()}/refundable-details`, { bearer: 'nobody' })).status).toBe(401);
  });
});

describe('the bank misbehaving', () => {
  const plan = (kind: string, value?: number) =>
    control('/misdeeds', { call: 'refund', kind, ...(value && { value }) });

  it('loses an answer after recording: the same request id finds the refund', async () => {
    await plan('lost-answer');
    const id = randomUUID();
    await expect(refund(500, id)).rejects.toThrow();
    expect(await recorded()).toHaveLength(1);
    const again = await refund(500, id);
    expect(again.body.refundId).toBe((await recorded())[0]!.refundId);
    expect(await recorded()).toHaveLength(1);
  });

  it('answers 500 before recording, and after it', async () => {
    await plan('status', 500);
    expect((await refund(100)).status).toBe(500);
    expect(await recorded()).toHaveLength(0);
    await plan('status-after', 500);
    expect((await refund(100)).status).toBe(500);
    expect(await recorded()).toHaveLength(1);
  });
});

it('picks the end by the amount in the sandbox', async () => {
  const { id: merchantId } = await control('/merchants', { name: 'Test' });
  const environment = 'sandbox';
  const shop = await control('/webshops', { merchantId, name: 'test.example', environment });
  token = (await wire('/gatekeeper/refresh', { bearer: shop.refreshToken })).body.token;
  const announcement = {
    timestamp: bankTime(new Date()),
    merchantOrderId: 'SAND',
    amount: { currency: 'EUR', amount: '5000' },
    merchantReturnURL: 'https://shop.example/return',
  };
  const made = await wire(`${base}/order`, { body: announcement });
  await control(`/orders/${made.body.omnikassaOrderId}/outcome`, { outcome: 'paid' });
  const payments = (await control('/payments')) as { id: string; orderId: string }[];
  paid = payments.find(({ orderId }) => orderId === made.body.omnikassaOrderId)!.id;
  await control('/settings', { refundMs: 0 }, 'PATCH');
  const ends = [];
  for (const cents of [100, 400, 500]) ends.push(await told((await refund(cents)).body.refundId));
  expect(ends).toEqual(['SUCCEEDED', 'UNKNOWN', 'FAILED']);
});
