import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  AnswerError,
  ConnectionError,
  type CreatedOrder,
  type Fetch,
  OrderUnknownError,
  ProblemError,
  SignatureError,
  TimeoutError,
  Toonbank,
  ToonbankError,
  type ToonbankOptions,
  UsageError,
  version,
} from './index';

const webshopId = '019a2b3c-0000-7000-8000-000000000001';
const orderId = '019a2b3c-0000-7000-8000-000000000002';
const apiKey = 'tb_test_0123456789abcdef';
const signingKey = 'c2VjcmV0LW9mLXRoZS12aXJ0dWFsLXBhaXI=';
const made: CreatedOrder = {
  ...{ id: orderId, merchantId: webshopId, webshopId, environment: 'sandbox' },
  ...{
    merchantOrderId: 'A1',
    status: 'IN_PROGRESS',
    needsLook: false,
    paid: null,
    paymentBrand: null,
  },
  total: { currency: 'EUR', amount: 1250 },
  ...{ createdAt: '2026-11-25T10:00:00.000Z', updatedAt: '2026-11-25T10:00:00.000Z' },
  redirectUrl: 'https://bank.example/pay',
};
const order = {
  merchantOrderId: 'A1',
  amount: { currency: 'EUR', amount: 1250 },
  returnUrl: 'https://shop.example/thanks',
} as const;
const problem = (status: number, code: string) => ({
  ...{ type: `about:blank#${code}`, title: 'No.', status, code, detail: 'Do this.' },
  ...{ path: 'amount.amount', issues: [{ path: 'amount.amount', message: 'x' }], requestId: 'r-1' },
});

type Step = Error | 'never' | { status: number; body: unknown; headers?: Record<string, string> };
type Sent = { url: string; init: Parameters<Fetch>[1] };

/** Something that answers what it is told, one step a call, the last one for ever; and what it was sent. */
function line(...steps: Step[]): { sent: Sent[]; fetch: Fetch } {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, init });
    const step = steps[Math.min(sent.length, steps.length) - 1]!;
    if (step instanceof Error) throw step;
    if (step === 'never') {
      return new Promise((_, reject) => {
        init.signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    }
    const text = typeof step.body === 'string' ? step.body : JSON.stringify(step.body);
    return new Response(text, { status: step.status, headers: step.headers ?? {} });
  };
  return { sent, fetch };
}

function shop(fetch: Fetch, changes: Partial<ToonbankOptions> = {}): Toonbank {
  const baseUrl = 'https://toonbank.example/';
  return new Toonbank({ baseUrl, apiKey, webshopId, signingKey, fetch, retryDelay: 1, ...changes });
}

const ok: Step = { status: 201, body: made };
const keysOf = (sent: readonly Sent[]) => sent.map(({ init }) => init.headers['idempotency-key']);

async function thrown(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => Promise.reject(new Error('Nothing was thrown.')),
    (error: unknown) => error,
  );
}

describe('createOrder', () => {
  it('posts the order to the webshop with the API key, and answers what the API made', async () => {
    const { sent, fetch } = line(ok);
    expect(await shop(fetch).createOrder(order, { idempotencyKey: 'A1' })).toEqual(made);
    const [{ url, init }] = sent as [Sent];
    expect(url).toBe(`https://toonbank.example/v1/webshops/${webshopId}/orders`);
    expect(JSON.parse(init.body!)).toEqual(order);
    expect(init).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'idempotency-key': 'A1',
        'content-type': 'application/json',
        'user-agent': `toonbank-sdk/${version}`,
      },
    });
  });

  it.each<[string, Step]>([
    ['a broken line', new TypeError('fetch failed')],
    ['a 500', { status: 500, body: problem(500, 'internal') }],
    ["a proxy's 502", { status: 502, body: '<h1>Bad gateway</h1>' }],
    ['too many requests', { status: 429, body: problem(429, 'too-many') }],
    ['a first try that is still being worked on', { status: 409, body: problem(409, 'in-flight') }],
    [
      'an order that nobody knows of',
      { status: 202, body: { ...made, status: 'ANNOUNCING', redirectUrl: null } },
    ],
  ])('repeats after %s, with the same key and the same body', async (_what, step) => {
    const { sent, fetch } = line(step, step, ok);
    expect(await shop(fetch).createOrder(order)).toEqual(made);
    expect(sent).toHaveLength(3);
    expect(new Set(keysOf(sent)).size).toBe(1);
    expect(new Set(sent.map(({ init }) => init.body)).size).toBe(1);
  });

  it('makes another key for another call', async () => {
    const { sent, fetch } = line(ok);
    await shop(fetch).createOrder(order);
    await shop(fetch).createOrder(order);
    expect(new Set(keysOf(sent)).size).toBe(2);
  });

  it('does not repeat what stays wrong', async () => {
    const { sent, fetch } = line({ status: 422, body: problem(422, 'invalid') });
    const error = await thrown(shop(fetch).createOrder(order, { idempotencyKey: 'A1' }));
    expect(sent).toHaveLength(1);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      ...{ name: 'ProblemError', status: 422, code: 'invalid', message: 'No. Do this.' },
      ...{ path: 'amount.amount', requestId: 'r-1', isTransient: false, idempotencyKey: 'A1' },
      issues: [{ path: 'amount.amount', message: 'x' }],
    });
  });

  it('gives up in the end, and says with which key the order can be repeated', async () => {
    const { sent, fetch } = line(new TypeError('fetch failed'));
    const error = await thrown(shop(fetch, { retries: 2 }).createOrder(order));
    expect(sent).toHaveLength(3);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ isTransient: true, idempotencyKey: keysOf(sent)[0] });
    expect((error as Error).cause).toBeInstanceOf(TypeError);
  });

  it('says that nobody knows when it stays unknown', async () => {
    const unknown = { ...made, status: 'ANNOUNCING', redirectUrl: null };
    const { fetch } = line({ status: 202, body: unknown });
    const error = await thrown(shop(fetch, { retries: 1 }).createOrder(order));
    expect(error).toBeInstanceOf(OrderUnknownError);
    expect(error).toMatchObject({ order: unknown, isTransient: true });
  });

  it('ends a try that takes too long, and repeats it', async () => {
    const { sent, fetch } = line('never', ok);
    expect(await shop(fetch, { timeout: 20 }).createOrder(order)).toEqual(made);
    expect(sent).toHaveLength(2);
    const slow = shop(line('never').fetch, { timeout: 20, retries: 0 });
    const error = await thrown(slow.createOrder(order));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
  });

  it.each([
    ['while it waits for an answer', 'never'],
    ['while it waits to repeat', new TypeError('fetch failed')],
  ] as [string, Step][])('can be called off %s', async (_when, step) => {
    const { sent, fetch } = line(step);
    const off = new AbortController();
    const asked = shop(fetch, { retryDelay: 60_000 }).createOrder(order, { signal: off.signal });
    const reason = new Error('the shopper left');
    setTimeout(() => off.abort(reason), 20);
    expect(await thrown(asked)).toBe(reason);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['while it waits for an answer', 'never'],
    ['while it waits to repeat', new TypeError('fetch failed')],
  ] as [string, Step][])('ends with its key when its time runs out %s', async (_when, step) => {
    const toonbank = shop(line(step).fetch, { retryDelay: 60_000 });
    const options = { idempotencyKey: 'A1', signal: AbortSignal.timeout(20) };
    const error = await thrown(toonbank.createOrder(order, options));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ isTransient: true, idempotencyKey: 'A1' });
    expect(await thrown(toonbank.createOrder(order, options))).toBeInstanceOf(TimeoutError);
  });

  it('waits as long as the API asks', async () => {
    const busy = {
      status: 429,
      body: problem(429, 'too-many'),
      headers: { 'retry-after': '1' },
    };
    const { fetch } = line(busy, ok);
    const started = performance.now();
    await shop(fetch).createOrder(order);
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  it('refuses a key that no header can hold, before anything is sent', async () => {
    const { sent, fetch } = line(ok);
    const error = await thrown(shop(fetch).createOrder(order, { idempotencyKey: 'a b' }));
    expect(error).toBeInstanceOf(UsageError);
    expect(sent).toEqual([]);
  });
});

describe('getOrder', () => {
  it('asks for the order, and repeats what may be repeated', async () => {
    const { sent, fetch } = line({ status: 503, body: '' }, { status: 200, body: made });
    expect((await shop(fetch).getOrder(orderId)).status).toBe('IN_PROGRESS');
    expect(sent.map(({ url }) => url)).toEqual(
      Array(2).fill(`https://toonbank.example/v1/orders/${orderId}`),
    );
  });

  it.each(['', '..', 'changes', `${orderId}/../..`])('never asks for "%s"', async (id) => {
    const { sent, fetch } = line(ok);
    expect(await thrown(shop(fetch).getOrder(id))).toBeInstanceOf(UsageError);
    expect(sent).toEqual([]);
  });

  it.each<[string, Step]>([
    ['a page of something else', { status: 200, body: '<html></html>' }],
    ['JSON that is no order', { status: 200, body: { hello: 'world' } }],
    ['a redirect', { status: 302, body: '', headers: { location: 'https://evil.example' } }],
    ['a refusal that is no problem document', { status: 403, body: 'Forbidden' }],
  ])('says so when the answer is %s', async (_what, step) => {
    const { sent, fetch } = line(step);
    const error = await thrown(shop(fetch).getOrder(orderId));
    expect(error).toBeInstanceOf(AnswerError);
    expect(error).toBeInstanceOf(ToonbankError);
    expect(sent).toHaveLength(1);
  });
});

describe('verifyReturn', () => {
  interface Vector {
    readonly kind: string;
    readonly signingKeyBase64: string;
    readonly input: {
      readonly orderId?: string;
      readonly order_id?: string;
      readonly status: string;
    };
    readonly expectedHexSignature: string;
  }
  const file = new URL('../../smart-pay/src/vectors.json', import.meta.url);
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
  const returns = vectors.filter(({ kind }) => kind === 'return-url');

  it.each(returns)('takes what the bank would have signed: $input', (vector) => {
    const { input, signingKeyBase64, expectedHexSignature: signature } = vector;
    const orderNumber = input.order_id ?? input.orderId!;
    const query = new URLSearchParams({ order_id: orderNumber, status: input.status, signature });
    const { verifyReturn } = bound(signingKeyBase64);
    const expected = { merchantOrderId: orderNumber, status: input.status };
    expect(verifyReturn(query)).toEqual(expected);
    expect(verifyReturn(`https://shop.example/thanks?basket=7&${query}`)).toEqual(expected);
    expect(verifyReturn(new URL(`https://shop.example/thanks?${query}#top`))).toEqual(expected);
    expect(verifyReturn(`/thanks?${query}`)).toEqual(expected);
    expect(verifyReturn(String(query))).toEqual(expected);
    expect(verifyReturn(Object.fromEntries(query))).toEqual(expected);
  });

  it('has vectors to go by', () => expect(returns.length).toBeGreaterThan(0));

  const bound = (key: string | string[]) => {
    const toonbank = shop(line(ok).fetch, { signingKey: key });
    return { verifyReturn: toonbank.verifyReturn.bind(toonbank) };
  };
  const first = returns[0]!;
  const good = {
    order_id: first.input.order_id ?? first.input.orderId!,
    status: first.input.status,
    signature: first.expectedHexSignature,
  };
  const { verifyReturn } = bound(first.signingKeyBase64);

  it('reads the last of a name: the shop may have parameters of its own', () => {
    const own = `/thanks?status=own&order_id=own&${new URLSearchParams(good)}`;
    expect(verifyReturn(own).status).toBe(good.status);
    expect(verifyReturn({ ...good, status: ['own', good.status] }).status).toBe(good.status);
  });

  it('takes either key while one replaces the other', () => {
    const both = bound([signingKey, first.signingKeyBase64]);
    expect(both.verifyReturn(good).status).toBe(good.status);
  });

  it.each([
    ['another status', { ...good, status: 'EXPIRED' }],
    ['another order', { ...good, order_id: 'OTHER' }],
    ['capitals', { ...good, signature: good.signature.toUpperCase() }],
    ['too few digits', { ...good, signature: good.signature.slice(1) }],
    ['a digit too many', { ...good, signature: `${good.signature}0` }],
    ['no signature', { ...good, signature: undefined }],
    ['no status', { order_id: good.order_id, signature: good.signature }],
    ['nothing at all', {}],
  ])('refuses %s', (_what, returned) => {
    expect(() => verifyReturn(returned)).toThrow(SignatureError);
  });

  it('refuses what another key signed', () => {
    expect(() => bound(signingKey).verifyReturn(good)).toThrow(SignatureError);
  });

  it('needs a key', () => {
    const keyless = shop(line(ok).fetch, { signingKey: undefined });
    expect(() => keyless.verifyReturn(good)).toThrow(UsageError);
  });
});

describe('new Toonbank', () => {
  it.each<[string, Partial<ToonbankOptions>]>([
    ['an address in the clear', { baseUrl: 'http://toonbank.example' }],
    ['an address with a path', { baseUrl: 'https://toonbank.example/v1' }],
    ['no address', { baseUrl: 'toonbank' }],
    ['an empty API key', { apiKey: '' }],
    ['an API key with a line break', { apiKey: 'tb_test_\n' }],
    ['a webshop that is no id', { webshopId: 'demo' }],
    ['a signing key that is no base64', { signingKey: 'päss' }],
    ['an empty signing key', { signingKey: '' }],
    ['a timeout that is none', { timeout: Number.NaN }],
  ])('refuses %s at once', (_what, changes) => {
    expect(() => shop(line(ok).fetch, changes)).toThrow(UsageError);
  });

  it('takes http on this machine', () => {
    expect(() => shop(line(ok).fetch, { baseUrl: 'http://localhost:4200' })).not.toThrow();
  });

  it('shows its keys to nobody who prints it or what it throws', async () => {
    const toonbank = shop(line({ status: 401, body: problem(401, 'not-signed-in') }).fetch);
    const error = await thrown(toonbank.createOrder(order));
    const shown = [toonbank, error].map((it) => inspect(it, { depth: 9, showHidden: true }));
    const text = shown.join() + JSON.stringify([toonbank, error]);
    expect(text).not.toContain(apiKey);
    expect(text).not.toContain(signingKey);
  });
});
