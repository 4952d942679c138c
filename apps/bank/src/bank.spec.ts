import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bankTime,
  Notification,
  OrderResultsV1,
  OrderResultsV2,
  signingKey,
  verifyNotification,
  verifyResults,
  verifyReturn,
} from '@toonbank/smart-pay';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningBank, startBank } from './bank';

interface Made {
  id: string;
  poiId: number;
  refreshToken: string;
  signingKey: string;
}

/** A webshop's own server: keeps the notifications it gets, answers 200. */
class Shop {
  readonly pings: Notification[] = [];
  private readonly server: Server = createServer((request, response) => {
    void readBody(request).then((body) => {
      this.pings.push(Notification.parse(JSON.parse(body)));
      response.writeHead(200).end();
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook`;
  }

  async ping(count = 1): Promise<Notification> {
    await expect.poll(() => this.pings.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count);
    return this.pings.at(-1)!;
  }

  close(): void {
    this.server.close();
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

let bank: RunningBank;
let shop: Shop;
let webshop: Made;
let ledger: string;

async function call(path: string, body?: object, method = body ? 'POST' : 'GET') {
  const answer = await fetch(`${bank.url}/control${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function wire(path: string, token: string, body?: object) {
  const answer = await fetch(bank.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function accessToken(): Promise<string> {
  const { body } = await wire('/omnikassa-api/gatekeeper/refresh', webshop.refreshToken);
  return body.token;
}

const announcement = (changes: object = {}) => ({
  timestamp: bankTime(new Date()),
  merchantOrderId: 'A1',
  amount: { currency: 'EUR', amount: '1250' },
  merchantReturnURL: 'https://shop.example/return?x=1',
  ...changes,
});

async function announce(changes: object = {}, path = '/omnikassa-api/order/server/api/v2/order') {
  return wire(path, await accessToken(), announcement(changes));
}

const results = (version: '' | 'v2/' = 'v2/') =>
  `/omnikassa-api/order/server/api/${version}events/results/merchant.order.status.changed`;

beforeEach(async () => {
  ledger = join(mkdtempSync(join(tmpdir(), 'bank-')), 'bank.sqlite');
  bank = await startBank({ port: 0, ledger, logLevel: 'silent' });
  shop = new Shop();
  const merchant = await call('/merchants', { name: 'Demo' });
  webshop = await call('/webshops', {
    merchantId: merchant.id,
    name: 'demo.example',
    environment: 'sandbox',
    webhookUrl: await shop.listen(),
  });
});

afterEach(async () => {
  await bank.close();
  shop.close();
});

describe('announcing', () => {
  it('answers 201 with an address and a UUID, and no error code', async () => {
    const { status, body } = await announce();
    expect(status).toBe(201);
    expect(body.redirectUrl).toContain('/omnikassa-sandbox/en/payment-brand?token=');
    expect(body.omnikassaOrderId).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).not.toHaveProperty('errorCode');
  });

  it.each([
    '/omnikassa-api/order/server/api/v2/order',
    '/omnikassa-api-sandbox/order/server/api/v2/order',
    '/order/server/api/v2/order',
    '//omnikassa-api/order//server/api/v2/order',
  ])('is reached at %s', async (path) => {
    expect((await announce({}, path)).status).toBe(201);
  });

  it.each([
    ['an amount as a float without a fraction', { amount: { currency: 'EUR', amount: 1234.0 } }],
    ['a number as order number', { merchantOrderId: 1234 }],
    ['nulls for whatever is unset', { description: null, orderItems: [], paymentBrand: null }],
    ['a flag as text', { skipHppResultPage: 'true' }],
    ['unknown fields', { captureMethod: 'MANUAL', novelty: { deep: true } }],
  ])('takes %s', async (_title, changes) => {
    expect((await announce(changes)).status).toBe(201);
  });

  it.each([
    [422, 5017, 'merchantOrderId is required', { merchantOrderId: null }],
    [
      422,
      5002,
      'merchantOrderId should only contain alphanumeric characters',
      { merchantOrderId: 'A-1' },
    ],
    [
      422,
      5017,
      'order amount must be greater than zero',
      { amount: { currency: 'EUR', amount: '0' } },
    ],
    [422, 5017, 'merchantReturnURL is required', { merchantReturnURL: null }],
    [
      422,
      5017,
      'merchantReturnURL is not a valid web address',
      { merchantReturnURL: 'https://a.test/' },
    ],
    [
      422,
      5017,
      'merchantReturnURL top level domain is blacklisted',
      { merchantReturnURL: 'https://a.pro/' },
    ],
    [403, 5001, 'The timestamp of the order announcement is invalid', { timestamp: 'yesterday' }],
    [422, 5017, 'the last name is required', { shippingDetail: { street: 'x', city: 'y' } }],
  ])('refuses with %i/%i "%s"', async (status, errorCode, consumerMessage, changes) => {
    expect(await announce(changes)).toEqual({ status, body: { errorCode, consumerMessage } });
  });

  it('refuses a brand that is not active, naming those that are', async () => {
    await call(`/webshops/${webshop.id}`, { brands: { PAYPAL: 'Inactive' } }, 'PATCH');
    const { status, body } = await announce({
      paymentBrand: 'PAYPAL',
      paymentBrandForce: 'FORCE_ONCE',
    });
    expect(status).toBe(422);
    expect(body.errorCode).toBe(5024);
    expect(body.consumerMessage).toContain('could not be restricted to PAYPAL');
  });

  it('makes refresh tokens that tell no expiry, when told so; they work all the same', async () => {
    await call('/settings', { refreshTokenTellsExpiry: false }, 'PATCH');
    const { refreshToken } = (await call(`/webshops/${webshop.id}/keys`, {})) as unknown as Made;
    const body = Buffer.from(refreshToken.split('.')[1]!, 'base64url').toString('utf8');
    expect(Object.keys(JSON.parse(body) as object)).toEqual(['cid']);
    const { status } = await wire('/omnikassa-api/gatekeeper/refresh', refreshToken);
    expect(status).toBe(200);
  });

  it('refuses a token that is not one, with 401 and 5001', async () => {
    const { status, body } = await wire('/omnikassa-api/gatekeeper/refresh', 'nonsense');
    expect(status).toBe(401);
    expect(body.errorCode).toBe(5001);
  });

  it('cuts an order number that is too long, and drops items that do not add up', async () => {
    const item = { name: 'x'.repeat(80), quantity: 1, amount: { currency: 'EUR', amount: '1' } };
    const { status } = await announce({ merchantOrderId: 'A'.repeat(30), orderItems: [item] });
    expect(status).toBe(201);
    const [order] = await call('/orders');
    expect(order.merchantOrderId).toBe('A'.repeat(24));
  });

  it('answers 404 to the retired signed announcement', async () => {
    const { status } = await announce({}, '/omnikassa-api/order/server/api/order');
    expect(status).toBe(404);
  });
});

describe('results', () => {
  async function paid(count: number): Promise<Notification> {
    const token = await accessToken();
    for (let i = 0; i < count; i++) {
      const body = announcement({ merchantOrderId: `P${i}` });
      await wire('/omnikassa-api/order/server/api/v2/order', token, body);
    }
    await call(`/webshops/${webshop.id}/outcomes`, { outcome: 'paid' });
    return shop.ping();
  }

  it('notifies when an order ends, signed with the key of the webshop', async () => {
    const ping = await paid(1);
    expect(verifyNotification(signingKey(webshop.signingKey), ping)).toBe(true);
    expect(ping.poiId).toBe(webshop.poiId);
  });

  it('hands out each result once, in signed pages of at most a hundred', async () => {
    const { authentication } = await paid(101);
    const first = OrderResultsV2.parse((await wire(results(), authentication)).body);
    const second = OrderResultsV2.parse((await wire(results(), authentication)).body);
    const third = OrderResultsV2.parse((await wire(results(), authentication)).body);
    expect([first, second, third].map((p) => p.orderResults.length)).toEqual([100, 1, 0]);
    expect(first.moreOrderResultsAvailable).toBe(true);
    expect(second.moreOrderResultsAvailable).toBe(false);
    const key = signingKey(webshop.signingKey);
    for (const page of [first, second, third]) expect(verifyResults(2, key, page)).toBe(true);
  });

  it('speaks version 1 without transactions', async () => {
    const { authentication } = await paid(1);
    const { body } = await wire(results(''), authentication);
    expect(body.orderResults[0]).not.toHaveProperty('transactions');
    expect(verifyResults(1, signingKey(webshop.signingKey), OrderResultsV1.parse(body))).toBe(true);
  });

  it('repeats the notification each minute until it is pulled, and no longer', async () => {
    await call('/settings', { repeatMs: 200 }, 'PATCH');
    await paid(1);
    const { authentication } = await shop.ping(3);
    await wire(results(), authentication);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const after = shop.pings.length;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(shop.pings.length).toBe(after);
  });

  it('gives up 24 hours after the end', async () => {
    await call('/settings', { repeatMs: 200 }, 'PATCH');
    await paid(1);
    await call('/clock/advance', { ms: 24 * 3_600_000 + 1_000 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const after = shop.pings.length;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(shop.pings.length).toBe(after);
  });

  it('hands out again, in mode repeat, what was cut off on its way', async () => {
    const { authentication } = await paid(1);
    await call('/misdeeds', { call: 'results', kind: 'reset' });
    await expect(wire(results(), authentication)).rejects.toThrow();
    const { body } = await wire(results(), authentication);
    expect(body.orderResults).toHaveLength(1);
  });

  it('hands out only once, in mode once, also what was cut off on its way', async () => {
    await call('/settings', { mode: 'once' }, 'PATCH');
    const { authentication } = await paid(1);
    await call('/misdeeds', { call: 'results', kind: 'reset' });
    await expect(wire(results(), authentication)).rejects.toThrow();
    const { body } = await wire(results(), authentication);
    expect(body.orderResults).toEqual([]);
  });

  it('signs under both keys while they overlap, and under the new one alone after that', async () => {
    const renewed = await call(`/webshops/${webshop.id}/keys`, { replace: 'overlap', hours: 2 });
    await paid(1);
    await shop.ping(2);
    const fits = (key: string) =>
      shop.pings.filter((p) => verifyNotification(signingKey(key), p)).length;
    expect([fits(webshop.signingKey), fits(renewed.signingKey)]).toEqual([1, 1]);
    await call('/clock/advance', { ms: 3 * 3_600_000 });
    const { status } = await wire('/omnikassa-api/gatekeeper/refresh', webshop.refreshToken);
    expect(status).toBe(401);
  });

  it('replaces keys at once when asked to', async () => {
    await call(`/webshops/${webshop.id}/keys`, {});
    const { status } = await wire('/omnikassa-api/gatekeeper/refresh', webshop.refreshToken);
    expect(status).toBe(401);
  });
});

describe('the ledger', () => {
  it('adds up to the cent and survives a restart', async () => {
    await announce({ amount: { currency: 'EUR', amount: '1999' } });
    await call(`/webshops/${webshop.id}/outcomes`, { outcome: 'paid', brand: 'VISA' });
    await announce({ merchantOrderId: 'A2' });
    const before = await call('/ledger');
    await bank.close();
    bank = await startBank({ port: 0, ledger, logLevel: 'silent' });
    expect(await call('/ledger')).toEqual(before);
    expect(before).toMatchObject([
      { status: 'COMPLETED', brand: 'VISA', orders: 1, cents: 1999 },
      { status: 'IN_PROGRESS', orders: 1, cents: 1250 },
    ]);
  });

  it('lets an unpaid order expire by the clock', async () => {
    await announce();
    await call('/clock/advance', { ms: 31 * 60_000 });
    await expect.poll(async () => (await call('/orders'))[0].status).toBe('EXPIRED');
  });
});

describe('the control panel', () => {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(bank.url + path, { method: 'POST', body: new URLSearchParams(fields) });

  it('adds a webshop, renews its keys and sets its webhook', async () => {
    await post('/console/webshop', {
      merchant: 'M & M',
      name: 'mm.example',
      environment: 'sandbox',
    });
    const made = (await call('/webshops')).find((w: { name: string }) => w.name === 'mm.example');
    const [first] = await call(`/webshops/${made.id}/keys`);
    const renewed = await post('/console/keys', { webshop: made.id, overlapHours: '24' });
    const page = await renewed.text();
    const pairs = await call(`/webshops/${made.id}/keys`);
    expect(pairs).toHaveLength(2);
    for (const { signingKey } of [first, ...pairs]) expect(page).toContain(signingKey);
    expect(page).toContain('M &amp; M');
    await post('/console/webhook', { webshop: made.id, url: 'https://shop.example/hook' });
    const after = (await call('/webshops')).find((w: { id: string }) => w.id === made.id);
    expect(after.webhookUrl).toBe('https://shop.example/hook');
  });

  it('changes nothing on a form that cannot be read', async () => {
    const before = await call('/webshops');
    await post('/console/webshop', { merchant: '', name: 'x', environment: 'moon' });
    await post('/console/webhook', { webshop: webshop.id, url: 'nonsense' });
    await post('/console/mode', { mode: 'sometimes' });
    expect(await call('/webshops')).toEqual(before);
  });

  it('makes the mode, the clock and the trouble that its buttons name', async () => {
    await post('/console/mode', { mode: 'once' });
    await post('/console/misdeed', { call: 'results', kind: 'reset' });
    const page = await (await post('/console/advance', { minutes: '31' })).text();
    expect(page).toMatch(/value="once" class="main"/);
    expect(await call('/settings')).toMatchObject({ mode: 'once', clockOffsetMs: 31 * 60_000 });
    expect(await call('/misdeeds')).toMatchObject([{ call: 'results', kind: 'reset' }]);
  });
});

describe('the payment pages', () => {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(bank.url + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  async function opened(changes: object = {}) {
    const { body } = await announce(changes);
    const page = await (await fetch(body.redirectUrl)).text();
    return { page, token: new URL(body.redirectUrl).searchParams.get('token')! };
  }

  it('take the shopper back with a signature that the shop can verify', async () => {
    const { page, token } = await opened({ skipHppResultPage: true, language: 'nl' });
    expect(page).toContain('Kies hoe je betaalt');
    const attempt = await (
      await post('/omnikassa/pay', { token, brand: 'IDEAL', lang: 'nl' })
    ).text();
    const payment = /name="payment" value="([^"]+)"/.exec(attempt)![1]!;
    const done = await post('/omnikassa/outcome', { token, payment, outcome: 'paid', lang: 'nl' });
    expect(done.status).toBe(303);
    const back = new URL(done.headers.get('location')!);
    expect(back.searchParams.get('x')).toBe('1');
    const parameters = {
      orderId: back.searchParams.get('order_id')!,
      status: back.searchParams.get('status')!,
      signature: back.searchParams.get('signature')!,
    };
    expect(parameters.status).toBe('COMPLETED');
    expect(verifyReturn(signingKey(webshop.signingKey), parameters)).toBe(true);
  });

  it('go straight to a forced brand, and let a failed attempt be tried again', async () => {
    const { page, token } = await opened({ paymentBrand: 'VISA', paymentBrandForce: 'FORCE_ONCE' });
    const payment = /name="payment" value="([^"]+)"/.exec(page)![1]!;
    const failed = await (
      await post('/omnikassa/outcome', { token, payment, outcome: 'failed', lang: 'en' })
    ).text();
    expect(failed).toContain('The last attempt failed');
    expect(failed).toContain('iDEAL');
    expect((await call('/orders'))[0].status).toBe('IN_PROGRESS');
  });

  it('offer first what the amount stands for in the sandbox', async () => {
    const { token } = await opened({ amount: { currency: 'EUR', amount: '200' } });
    const attempt = await (
      await post('/omnikassa/pay', { token, brand: 'IDEAL', lang: 'en' })
    ).text();
    expect(attempt).toMatch(/value="cancelled" class="main"/);
  });
});
