import { BankRefunds } from '@toonbank/bank-client/server';
import { euro, type Id, newId } from '@toonbank/primitives';
import type { RefundPage } from '@toonbank/refunds/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefundRequests } from './refund-requests';
import { holdsMoney } from './refund-status';
import { RefundRoom, type Selling } from './refunds.testing';

let room: RefundRoom;
let shop: Selling;

beforeAll(async () => {
  room = await RefundRoom.open();
  shop = await room.selling();
});

afterAll(() => room.close());

const paid = 1000;
const misdeeds = ['lost-answer', 'reset', 'status', 'status-after', 'html'] as const;

/** One thing that happens: somebody asks (and may die on the way), the bank fails, time passes. */
type Step =
  | { readonly does: 'ask'; readonly key: number; readonly cents: number; readonly dies: Dies }
  | { readonly does: 'misbehave'; readonly call: string; readonly kind: string }
  | { readonly does: 'end'; readonly outcome: 'SUCCEEDED' | 'FAILED' }
  | { readonly does: 'pass'; readonly hours: number };
type Dies = 'no' | 'before the call' | 'after the call';

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        ...{ does: fc.constant('ask' as const), key: fc.integer({ min: 1, max: 4 }) },
        cents: fc.constantFrom(100, 300, 400, 700, 1000),
        dies: fc.constantFrom<Dies>('no', 'no', 'before the call', 'after the call'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('misbehave' as const),
        call: fc.constantFrom('refund', 'refund', 'refund-details', 'refundable'),
        kind: fc.constantFrom(...misdeeds),
      }),
    },
    fc.record({
      does: fc.constant('end' as const),
      outcome: fc.constantFrom('SUCCEEDED' as const, 'FAILED' as const),
    }),
    fc.record({ does: fc.constant('pass' as const), hours: fc.constantFrom(0.02, 1, 7) }),
  ),
  { maxLength: 14 },
);

/** Keys belong to bodies: the same key asks for the same amount. */
async function ask(order: Id, prefix: string, step: Step & { does: 'ask' }): Promise<void> {
  const key = `${prefix}-${step.key}-${step.cents}`;
  if (step.dies === 'no') {
    await room.ask(room.shop(shop), order, { key, cents: step.cents });
    return;
  }
  const { app } = room.api;
  const body = { amount: euro(step.cents), description: 'Retour' };
  const scope = { ...shop.scope, actor: { kind: 'api-key' as const, id: newId() } };
  const requests = app.get(RefundRequests, { strict: false });
  const row = await requests.take(scope, { orderId: order, key, body }).catch(() => undefined);
  if (!row || row.status !== 'SENDING' || step.dies === 'before the call') return;
  const { id: requestId, transactionId, amount, description, vatCategory } = row;
  const asked = { transactionId, requestId, amount, description, vatCategory };
  await app.get(BankRefunds).request(shop.scope, asked);
}

async function happen(order: Id, prefix: string, step: Step): Promise<void> {
  if (step.does === 'ask') return ask(order, prefix, step);
  if (step.does === 'misbehave') {
    const { call, kind } = step;
    return room.bank.misbehave({ call, kind, value: 500 });
  }
  if (step.does === 'end') {
    const last = (await room.bank.refunds()).at(-1);
    // What has ended at the bank has ended.
    if (last?.status === 'PENDING') await room.bank.endRefund(last.refundId, step.outcome);
    return;
  }
  await room.pass(step.hours);
  await room.sweep.round();
}

/** The bank behaves again, and the worker asks until it has nothing more to ask. */
async function settle(): Promise<void> {
  await room.bank.behave();
  for (let round = 0; round < 12; round++) {
    await room.pass(7);
    await room.sweep.round();
  }
}

describe('our refunds and the ledger of the bank', () => {
  it('say the same after any history of timeouts, crashes and repeats', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const order = await room.paid(shop, paid);
        const prefix = newId();
        for (const step of history) {
          await happen(order, prefix, step as Step);
          expect((await room.ledger(order, shop)).cents).toBeLessThanOrEqual(paid);
        }
        await settle();
        const { body } = await room
          .shop(shop)
          .get<RefundPage>(`/v1/refunds?orderId=${order}&limit=100`);
        const held = body.items.filter(({ status }) => holdsMoney(status));
        const cents = held.reduce((sum, { amount }) => sum + amount.amount, 0);
        const ledger = await room.ledger(order, shop);
        expect(cents).toBe(ledger.cents);
        expect(ledger.count).toBeLessThanOrEqual(body.items.length);
        expect(held.map(({ status }) => status)).toEqual(held.map(() => 'SUCCEEDED'));
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

describe('a process that dies', () => {
  it.each(['refund-call.before', 'refund-call.after'])(
    'at %s leaves one refund, whoever goes on',
    async (failpoint) => {
      const order = await room.paid(shop, paid);
      const api = await room.process(failpoint);
      const key = newId();
      const send = (url: string) =>
        fetch(`${url}/v1/orders/${order}/refunds`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${shop.apiKey}`,
            ...{ 'content-type': 'application/json', 'idempotency-key': key },
          },
          body: JSON.stringify({ description: 'Retour' }),
        });
      await expect(send(api.url)).rejects.toThrow();
      expect(await api.ended()).toBe('SIGKILL');
      const { body } = await room.ask(room.shop(shop), order, { key });
      expect(body.status).toBe('PENDING');
      expect(await room.ledger(order, shop)).toEqual({ count: 1, cents: paid });
    },
  );

  it('is gone on for by the worker when nobody asks again', async () => {
    const order = await room.paid(shop, paid);
    const step = { does: 'ask', key: 1, cents: 400, dies: 'after the call' } as const;
    await ask(order, newId(), step);
    await room.pass(0.1);
    await room.sweep.round();
    expect(await room.ledger(order, shop)).toEqual({ count: 1, cents: 400 });
    const { body } = await room.shop(shop).get<RefundPage>(`/v1/refunds?orderId=${order}`);
    expect(body.items.map(({ status }) => status)).toEqual(['PENDING']);
  });
});
