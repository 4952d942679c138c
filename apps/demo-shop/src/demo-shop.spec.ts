import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Toonbank } from '@toonbank/sdk';
import { freePort, TestSystem } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCart, total, withQuantity, writeCart } from './cart';
import { isNumber, newNumber } from './checkout';
import { goodOf } from './goods';
import { Sales } from './sales';
import { startShop } from './shop';
import { preferred } from './words';

let system: TestSystem;
let shopUrl: string;
const closing: (() => Promise<void>)[] = [];

async function open(toonbankUrl: string, books = ':memory:'): Promise<string> {
  const { id: webshopId, apiKey, signingKey } = system.issued.webshop;
  const keys = { apiKey, webshopId, signingKey };
  const shop = await startShop({
    ...{ port: 0, host: '127.0.0.1', bankOrigin: system.bankUrl, logLevel: 'silent' },
    toonbank: new Toonbank({ baseUrl: toonbankUrl, ...keys, retryDelay: 20 }),
    sales: new Sales(books, Date.now()),
  });
  closing.push(shop.close);
  return shop.url;
}

beforeAll(async () => {
  system = await TestSystem.open();
  shopUrl = await open(system.portalUrl);
}, 120_000);

afterAll(async () => {
  for (const close of closing) await close();
  await system.close();
});

/** A browser without a script: keeps cookies, follows nothing by itself. */
class Shopper {
  readonly cookies = new Map<string, string>();

  constructor(private readonly url: string = shopUrl) {}

  async get(path: string) {
    return this.ask(path, { headers: {} });
  }

  async post(path: string, form: Record<string, string>) {
    const headers = { 'sec-fetch-site': 'same-origin' };
    return this.ask(path, { method: 'POST', headers, body: new URLSearchParams(form) });
  }

  private async ask(path: string, init: RequestInit & { headers: Record<string, string> }) {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { ...init.headers, cookie };
    const answer = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      headers: answer.headers,
      text: await answer.text(),
    };
  }

  /** Puts a cheese in the cart and goes to the checkout; answers its form. */
  async atTheCheckout(good = 'oud'): Promise<Record<string, string>> {
    await this.post('/nl/cart', { add: good });
    return fields((await this.get('/nl/checkout')).text);
  }
}

/** The number of the sale of that form, when the way to pay is left to the bank. */
const saleOf = (form: Record<string, string>) => `${form['number']}0`;

function fields(page: string): Record<string, string> {
  const form = /<form method="post" action="\/..\/pay"[^]*?<\/form>/.exec(page)?.[0] ?? '';
  const hidden = [...form.matchAll(/name="(\w+)"\s+value="([^"]*)"/g)];
  return Object.fromEntries(hidden.filter(([, name]) => name !== 'brand').map((m) => m.slice(1)));
}

async function ordersAtTheBank(number: string): Promise<number> {
  const orders = (await (await fetch(`${system.bankUrl}/control/orders`)).json()) as {
    merchantOrderId: string;
  }[];
  return orders.filter(({ merchantOrderId }) => merchantOrderId === number).length;
}

function signed(orderId: string, status: string): string {
  const key = Buffer.from(system.issued.webshop.signingKey, 'base64');
  const signature = createHmac('sha512', key).update(`${orderId},${status}`).digest('hex');
  return `/thanks?${new URLSearchParams({ order_id: orderId, status, signature })}`;
}

describe('a cart', () => {
  it('survives being written and read', () => {
    const cart = withQuantity(withQuantity([], goodOf('oud')!, 2), goodOf('jong')!, 1);
    expect(readCart(writeCart(cart))).toEqual(cart);
    expect(total(cart)).toBe(2 * 1250 + 795);
  });

  it.each(['nonsense', 'oud.0', 'oud.-1', 'oud.1.5', 'x.1', '__proto__.1', '<b>.1', 'oud.999'])(
    'has nothing in it when the cookie says %s',
    (text) => expect(readCart(text)).toEqual([]),
  );

  it('never holds more than twenty of a good, and none when there are none', () => {
    expect(withQuantity([], goodOf('oud')!, 1000)[0]?.quantity).toBe(20);
    expect(withQuantity([], goodOf('oud')!, Number.NaN)).toEqual([]);
    expect(readCart('oud.99')[0]?.quantity).toBe(20);
  });
});

it('makes numbers that the bank takes and nobody guesses', () => {
  const numbers = Array.from({ length: 500 }, newNumber);
  expect(new Set(numbers).size).toBe(500);
  expect(numbers.every((number) => isNumber(number) && number.length <= 24)).toBe(true);
});

it.each([
  [undefined, 'nl'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr-FR, nl;q=0.5, en;q=0.3', 'nl'],
  ['de', 'nl'],
])('speaks, to a browser that asks for %s, %s', (header, language) => {
  expect(preferred(header)).toBe(language);
});

describe('paying', () => {
  it('announces one order and sends the shopper to the bank', async () => {
    const shopper = new Shopper();
    const form = await shopper.atTheCheckout();
    expect(form).toEqual({ number: expect.stringMatching(/^K\w{13}$/), cents: '1250' });
    const paid = await shopper.post('/nl/pay', form);
    expect([paid.status, paid.to]).toEqual([303, expect.stringContaining(system.bankUrl)]);
    expect(await ordersAtTheBank(saleOf(form))).toBe(1);
    const page = await shopper.get(`/nl/orders/${saleOf(form)}`);
    expect(page.text).toContain('Nog niet betaald');
  });

  it('with a double click, or ten, is one order and one address', async () => {
    const shopper = new Shopper();
    const form = await shopper.atTheCheckout();
    const all = await Promise.all(Array.from({ length: 10 }, () => shopper.post('/nl/pay', form)));
    expect(new Set(all.map(({ to }) => to)).size).toBe(1);
    expect(all.every(({ status }) => status === 303)).toBe(true);
    expect((await shopper.post('/en/pay', form)).to).toBe(all[0]!.to);
    expect(await ordersAtTheBank(saleOf(form))).toBe(1);
  });

  it('after going back is the same order, and in another way to pay another one', async () => {
    const shopper = new Shopper();
    const first = await shopper.post('/nl/pay', await shopper.atTheCheckout());
    const again = fields((await shopper.get('/nl/checkout')).text);
    expect((await shopper.post('/nl/pay', again)).to).toBe(first.to);
    expect((await shopper.post('/nl/pay', { ...again, brand: 'IDEAL' })).to).not.toBe(first.to);
    await shopper.post('/nl/cart', { set: 'oud', quantity: '3' });
    const other = fields((await shopper.get('/nl/checkout')).text);
    expect(other['number']).not.toBe(again['number']);
  });

  it('after the cart was filled in another tab shows the new price first', async () => {
    const shopper = new Shopper();
    const form = await shopper.atTheCheckout();
    await shopper.post('/nl/cart', { add: 'jong' });
    const answer = await shopper.post('/nl/pay', form);
    expect(answer.to).toBe('/nl/checkout?changed=1');
    expect((await shopper.get(answer.to!)).text).toContain('intussen veranderd');
    expect(await ordersAtTheBank(saleOf(form))).toBe(0);
  });

  it.each([
    ['a price of the shopper', { cents: '1' }, '/nl/checkout?changed=1'],
    ['a number of the shopper', { number: 'KAAS' }, '/nl/checkout'],
    ['no number', { number: '' }, '/nl/checkout'],
  ])('with %s is not done', async (_what, changes, to) => {
    const shopper = new Shopper();
    const form: Record<string, string> = { ...(await shopper.atTheCheckout()), ...changes };
    expect(await shopper.post('/nl/pay', form)).toMatchObject({ status: 303, to });
    expect(await ordersAtTheBank(saleOf(form))).toBe(0);
  });

  it('with nothing in the cart goes back to it', async () => {
    const form = { number: newNumber(), cents: '0' };
    expect((await new Shopper().post('/nl/pay', form)).to).toBe('/nl/checkout?changed=1');
    expect((await new Shopper().get('/nl/checkout')).to).toBe('/nl/cart');
  });

  it('in a way that the bank does not offer says so, and leaves the cart', async () => {
    const brands = { method: 'PATCH', headers: { 'content-type': 'application/json' } };
    const webshops = (await (await fetch(`${system.bankUrl}/control/webshops`)).json()) as {
      id: string;
      environment: string;
    }[];
    const { id } = webshops.find(({ environment }) => environment === 'sandbox')!;
    const set = (state: string) =>
      fetch(`${system.bankUrl}/control/webshops/${id}`, {
        ...brands,
        body: JSON.stringify({ brands: { IDEAL: 'Active', PAYPAL: state } }),
      });
    await set('Inactive');
    const shopper = new Shopper();
    const form = { ...(await shopper.atTheCheckout()), brand: 'PAYPAL' };
    const answer = await shopper.post('/nl/pay', form);
    await set('Active');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('nam deze bestelling niet aan');
    expect(shopper.cookies.get('cart')).toBe('oud.1');
  });

  it('while Toonbank is away has a face, and goes on with the same order afterwards', async () => {
    const away = new Shopper(await open(`http://127.0.0.1:${await freePort()}`));
    const form = await away.atTheCheckout();
    const answer = await away.post('/nl/pay', form);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('Betalen lukt nu even niet');
    expect(fields(answer.text)['number']).toBe(saleOf(form));
    const page = await away.get(`/nl/orders/${saleOf(form)}`);
    expect(page.text).toContain('data-settled="false"');
  });
});

describe('coming back', () => {
  it('signed, goes to an address without a signature; a reload of either is harmless', async () => {
    const shopper = new Shopper();
    const form = await shopper.atTheCheckout();
    await shopper.post('/nl/pay', form);
    const number = saleOf(form);
    for (let visit = 1; visit <= 2; visit++) {
      const back = await shopper.get(signed(number, 'COMPLETED'));
      expect(back).toMatchObject({ status: 303, to: `/nl/orders/${number}` });
    }
    // The bank has not told us yet: what the browser brings is no payment.
    const page = await shopper.get(`/nl/orders/${number}`);
    expect(page.text).toContain('wachten op bevestiging');
    expect(shopper.cookies.get('cart')).toBe('oud.1');
  });

  it.each([
    ['without a signature', (path: string) => path.replace(/&signature=.*/, '')],
    ['with another status', (path: string) => path.replace('CANCELLED', 'COMPLETED')],
    ['with nothing', () => '/thanks'],
  ])('%s is not believed', async (_how, change) => {
    const shopper = new Shopper();
    const form = await shopper.atTheCheckout();
    await shopper.post('/nl/pay', form);
    const answer = await shopper.get(change(signed(saleOf(form), 'CANCELLED')));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Dit adres klopt niet');
    const page = await shopper.get(`/nl/orders/${saleOf(form)}`);
    expect(page.text).toContain('Nog niet betaald');
  });

  it('with an order that was not sold here is a page that does not exist', async () => {
    const answer = await new Shopper().get(signed('ELSEWHERE', 'COMPLETED'));
    expect(answer.status).toBe(404);
  });
});

it('says that it cannot ask right now while Toonbank is away, and keeps what it knew', async () => {
  const books = join(mkdtempSync(join(tmpdir(), 'toonbank-shop-')), 'books.sqlite');
  const shopper = new Shopper(await open(system.portalUrl, books));
  const form = await shopper.atTheCheckout();
  await shopper.post('/nl/pay', form);
  // Another process of the same shop, or this one later.
  const later = new Shopper(await open(`http://127.0.0.1:${await freePort()}`, books));
  const page = await later.get(`/nl/orders/${saleOf(form)}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('We kunnen het nu niet navragen');
  expect(page.text).toContain('data-settled="false"');
  expect(page.text).toContain('1 × Overjarige demokaas');
});

describe('every answer', () => {
  it.each(['/nl/', '/en/cart', '/nl/nothing', '/thanks', '/shop.css', '/nl/orders/K1'])(
    'of %s keeps strangers out, and nothing in caches',
    async (path) => {
      const { headers } = await new Shopper().get(path);
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain(`form-action 'self' ${system.bankUrl}`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('to a form of another site is no', async () => {
    const answer = await fetch(`${shopUrl}/nl/cart`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ add: 'oud' }),
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('has the cookies that only this shop reads, and no name of anybody', async () => {
    const shopper = new Shopper();
    const { headers } = await shopper.post('/nl/cart', { add: 'oud' });
    const [cookie] = headers.getSetCookie().filter((one) => one.startsWith('cart='));
    expect(cookie).toBe('cart=oud.1; Path=/; HttpOnly; SameSite=Lax');
  });

  it.each(['/nl/<script>', '/nl/%3Cscript%3E', '/en/"x'])('repeats nothing of %s', async (path) => {
    const { text } = await new Shopper().get(path);
    expect(text).not.toMatch(/<script>|%3Cscript|"x"/);
  });
});
