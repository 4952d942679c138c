import type { CreatedOrder, OrderPage } from '@toonbank/orders/contract';
import { BrandLooks, WebshopMethods } from '@toonbank/payment-methods/server';
import { newId } from '@toonbank/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

interface ProblemBody {
  readonly code: string;
  readonly path?: string;
}

let room: StatusRoom;
let shop: SellingWebshop;

beforeAll(async () => {
  room = await StatusRoom.open();
  shop = await room.webshop(await room.agency());
});

afterAll(async () => {
  await room.close();
});

const orders = async () => (await room.bank.orders(shop.bank)).length;
const codeOf = ({ body }: { body: unknown }) => (body as ProblemBody).code;
const list = (query: string) => room.call<OrderPage>('GET', `/v1/orders?${query}`, shop.apiKey);

describe('announcing an order', () => {
  it('twenty times at once with one key is one order, here and at the bank', async () => {
    const before = await orders();
    const key = newId();
    const body = { merchantOrderId: `ONCE${before}` };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => room.announce(shop, body, key)),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1);
    // Those that came while the first was on its way to the bank are told to wait.
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    const again = await room.announce(shop, body, key);
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ id: made[0]!.body.id });
    expect(again.body.redirectUrl).toBe(made[0]!.body.redirectUrl);
    expect(await orders()).toBe(before + 1);
  });

  it('with a used key and another body is refused', async () => {
    const key = newId();
    await room.announce(shop, { merchantOrderId: 'KEY1' }, key);
    const other = await room.announce(shop, { merchantOrderId: 'KEY2' }, key);
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-key-reused']);
  });

  it('without a key is refused', async () => {
    const path = `/v1/webshops/${shop.scope.place.webshopId}/orders`;
    const answer = await room.call('POST', path, shop.apiKey, {});
    expect([answer.status, codeOf(answer)]).toEqual([422, 'idempotency-key']);
  });

  it('under a number that is in progress or paid is a conflict, also from two keys at once', async () => {
    const body = { merchantOrderId: 'SAME1' };
    const two = await Promise.all([room.announce(shop, body), room.announce(shop, body)]);
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
    const third = await room.announce(shop, body);
    expect([third.status, codeOf(third)]).toEqual([409, 'order-exists']);
  });

  it.each([
    ['a fraction of a cent', { amount: { currency: 'EUR', amount: 12.5 } }, 'amount.amount'],
    ['nothing', { amount: { currency: 'EUR', amount: 0 } }, 'amount.amount'],
    ['less than nothing', { amount: { currency: 'EUR', amount: -1 } }, 'amount.amount'],
    ['over 99,999.99', { amount: { currency: 'EUR', amount: 10_000_000 } }, 'amount.amount'],
    ['another currency', { amount: { currency: 'USD', amount: 100 } }, 'amount.currency'],
    ['an amount as text', { amount: { currency: 'EUR', amount: '100' } }, 'amount.amount'],
    ['a field that nobody knows', { colour: 'red' }, ''],
    ['no order number', { merchantOrderId: undefined }, 'merchantOrderId'],
    ['a NUL in the order number', { merchantOrderId: 'A\u0000B' }, 'merchantOrderId'],
    [
      'a NUL behind a bank-statement reference',
      { merchantOrderId: 'A\u0000B', bankStatementReference: 'REF1' },
      'merchantOrderId',
    ],
    ['a NUL in the return URL', { returnUrl: 'https://shop.example/\u0000' }, 'returnUrl'],
    ['a return URL that is none', { returnUrl: 'nonsense' }, 'returnUrl'],
    ['a return URL under .test', { returnUrl: 'https://shop.test/' }, 'returnUrl'],
    ['a blacklisted return URL', { returnUrl: 'https://shop.pro/' }, 'returnUrl'],
    ['a brand without its force', { paymentBrand: 'IDEAL' }, 'paymentBrandForce'],
    ['letters the bank refuses in its number', { merchantOrderId: 'A-1' }, 'merchantOrderId'],
    [
      'items that do not add up',
      {
        items: [
          {
            name: 'Cheese',
            quantity: 2,
            amount: { currency: 'EUR', amount: 100 },
            category: 'PHYSICAL',
          },
        ],
      },
      'items',
    ],
  ])('with %s is refused, names the place, and changes nothing', async (_what, changes, path) => {
    const [here, there] = [(await list('limit=100')).body.items.length, await orders()];
    const { status, body } = await room.announce(shop, changes);
    expect(status).toBe(422);
    expect((body as unknown as ProblemBody).path).toBe(path);
    expect([(await list('limit=100')).body.items.length, await orders()]).toEqual([here, there]);
  });

  it('of EUR 99,999.99 is taken', async () => {
    const { status } = await room.announce(shop, {
      amount: { currency: 'EUR', amount: 9_999_999 },
    });
    expect(status).toBe(201);
  });

  it('that the bank would cut is announced, and the cut is recorded', async () => {
    const long = { merchantOrderId: 'L'.repeat(30), description: 'd'.repeat(40) };
    const { body } = await room.announce(shop, long);
    const order = await room.order(shop, body.id);
    expect(order.body.findings).toEqual([
      { path: 'merchantOrderId', effect: 'cut', code: 'too-long', limit: 24 },
      { path: 'description', effect: 'cut', code: 'too-long', limit: 35 },
    ]);
  });

  it('that the bank refuses says why, is REFUSED here, and frees its number', async () => {
    const forced = { paymentBrand: 'BILLINK', paymentBrandForce: 'FORCE_ALWAYS' };
    const refused = await room.announce(shop, { merchantOrderId: 'NOBILLINK', ...forced });
    expect([refused.status, codeOf(refused)]).toEqual([422, 'bank-refused']);
    const { body } = await list('merchantOrderId=NOBILLINK');
    expect(body.items).toMatchObject([{ status: 'REFUSED' }]);
    expect((await room.announce(shop, { merchantOrderId: 'NOBILLINK' })).status).toBe(201);
  });

  it('that forces a brand which is known not to be active is refused before anything is announced', async () => {
    const here = await room.webshop(await room.agency());
    const { app } = room.api;
    const { place } = here.scope;
    await app.get(WebshopMethods, { strict: false }).look(here.scope, place);
    await app.get(BrandLooks, { strict: false }).look(here.scope, new Date(0));
    const billink = { paymentBrand: 'BILLINK', paymentBrandForce: 'FORCE_ALWAYS' };
    const refused = await room.announce(here, { merchantOrderId: 'FORCED', ...billink });
    expect([refused.status, codeOf(refused)]).toEqual([409, 'payment-brand-not-active']);
    const { body } = await room.call<OrderPage>('GET', '/v1/orders', here.apiKey);
    expect([body.items, await room.bank.orders(here.bank)]).toEqual([[], []]);
    const ideal = { paymentBrand: 'IDEAL', paymentBrandForce: 'FORCE_ONCE' };
    expect((await room.announce(here, { merchantOrderId: 'FORCED', ...ideal })).status).toBe(201);
  });

  it('whose answer is lost is 202, and the repeat with the same key gets the address', async () => {
    await room.bank.misbehave({ call: 'announce', kind: 'lost-answer' });
    const key = newId();
    const body = { merchantOrderId: 'LOST1' };
    const first = await room.announce(shop, body, key);
    expect([first.status, first.body.status, first.body.redirectUrl]).toEqual([
      202,
      'ANNOUNCING',
      null,
    ]);
    const again = await room.announce(shop, body, key);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(again.body.redirectUrl).toContain(room.bank.url);
  });

  it('with a token that the bank no longer takes is repeated once with a fresh one', async () => {
    await room.bank.misbehave({ call: 'announce', kind: 'status', value: 401 });
    expect((await room.announce(shop)).status).toBe(201);
  });
});

describe('the list of orders', () => {
  let other: SellingWebshop;
  let made: string[];

  beforeAll(async () => {
    other = await room.webshop(await room.agency());
    made = await room.announceMany(other, 45);
  });

  const page = (query: string) => room.call<OrderPage>('GET', `/v1/orders?${query}`, other.apiKey);

  it('gives every order once over its pages, newest first', async () => {
    const seen: CreatedOrder['id'][] = [];
    let after = '';
    do {
      const { body } = await page(`limit=20${after && `&after=${after}`}`);
      seen.push(...body.items.map(({ id }) => id));
      after = body.next ?? '';
    } while (after);
    expect(seen).toHaveLength(45);
    expect([...seen].sort()).toEqual([...made].sort());
    const { body } = await page('limit=100');
    const times = body.items.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('refuses a cursor that was tampered with, or that another agency was given', async () => {
    const { body } = await page('limit=20');
    const changed = body.next!.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
    expect((await page(`after=${changed}`)).status).toBe(422);
    expect((await list(`after=${body.next}`)).status).toBe(422);
  });

  it('refuses what it does not know, and another environment than the key has', async () => {
    expect((await page('colour=red')).status).toBe(422);
    expect((await page('limit=1000')).status).toBe(422);
    expect((await page('merchantOrderId=%00')).status).toBe(422);
    expect((await page('environment=production')).status).toBe(422);
    expect((await page('environment=sandbox')).status).toBe(200);
  });

  it('finds by the beginning of the number, in any case, and by status', async () => {
    await room.announce(other, { merchantOrderId: 'Kaas1' });
    const found = await page('merchantOrderId=kAA&status=IN_PROGRESS');
    expect(found.body.items.map((order) => order.merchantOrderId)).toEqual(['Kaas1']);
    expect((await page('merchantOrderId=kaas&status=COMPLETED')).body.items).toEqual([]);
    expect((await page('merchantOrderId=%25')).body.items).toEqual([]);
  });

  it('answers 404 to a malformed id and to a stranger', async () => {
    expect((await room.call('GET', '/v1/orders/nonsense', other.apiKey)).status).toBe(404);
    expect((await room.order(shop, made[0]!)).status).toBe(404);
  });
});

describe('the stream of changes', () => {
  it('tells a change as it happens, and resumes after the event that was seen last', async () => {
    const listen = async (number: string, lastSeen?: string) => {
      const ended = new AbortController();
      const answer = await fetch(`${room.publicUrl}/v1/orders/changes`, {
        headers: {
          authorization: `Bearer ${shop.apiKey}`,
          ...(lastSeen && { 'last-event-id': lastSeen }),
        },
        signal: ended.signal,
      });
      let text = '';
      for await (const part of answer.body!) {
        text += Buffer.from(part).toString('utf8');
        if (text.includes(`"${number}"`) && text.endsWith('\n\n')) break;
      }
      ended.abort();
      const ids = [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id!);
      const data = [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!));
      return { ids, numbers: data.map((order) => order.merchantOrderId) };
    };
    const numbered = async (number: string, lastSeen?: string) => {
      const { ids, numbers } = await listen(number, lastSeen);
      expect(numbers.at(-1)).toBe(number);
      return ids.at(-1)!;
    };
    const first = numbered('STREAM1');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await room.announce(shop, { merchantOrderId: 'STREAM1' });
    const seen = await first;
    await room.announce(shop, { merchantOrderId: 'STREAM2' });
    const resumed = await listen('STREAM2', seen);
    expect(resumed.ids.every((id) => id > seen)).toBe(true);
  });
});
