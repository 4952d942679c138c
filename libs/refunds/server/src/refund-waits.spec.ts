import { systemScope } from '@toonbank/platform/db';
import type { ProblemDocument } from '@toonbank/primitives';
import type { Refund } from '@toonbank/refunds/contract';
import { type TestCaller, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RefundRoom, type Selling } from './refunds.testing';

let room: RefundRoom;
let shop: Selling;
let owner: TestCaller;

beforeAll(async () => {
  room = await RefundRoom.open();
});

beforeEach(async () => {
  shop = await room.selling();
  owner = await room.staff(shop.scope, 'owner');
});

afterAll(() => room.close());

const dayMs = 86_400_000;
const waits = () => waitsOf(room.api.app, systemScope(shop.scope.agencyId, 'test'));
const read = async (id: string) => (await room.shop(shop).get<Refund>(`/v1/refunds/${id}`)).body;
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as ProblemDocument).code,
];
const daysUntil = (at: string | null | undefined) =>
  (Date.parse(at!) - room.clock.millis()) / dayMs;

/** A refund above the limit, asked for by the software: it waits for a person. */
async function waiting(brand = 'IDEAL'): Promise<Refund> {
  const order = await room.paid(shop, 30_000, brand);
  const asked = brand === 'IDEAL' ? room.shop(shop) : await room.staff(shop.scope, 'finance');
  const { body } = await room.ask(asked, order);
  expect(body.status).toBe('AWAITING_APPROVAL');
  return body;
}

describe('the second approval', () => {
  // What was approved on day 61 went to the bank, which refuses it: the refund failed.
  it('is refused once the bank’s time is over, and rejecting is not', async () => {
    const { id, orderId } = await waiting();
    await room.pass(62 * 24);
    const late = await room.staff(shop.scope, 'owner');
    const answer = await late.put(`/v1/refunds/${id}/approval`, { approved: true });
    expect(codeOf(answer)).toEqual([409, 'refund-too-late']);
    expect(await read(id)).toMatchObject({ status: 'AWAITING_APPROVAL', decidedAt: null });
    expect(await room.ledger(orderId, shop)).toEqual({ count: 0, cents: 0 });
    expect(await waits()).toMatchObject([{ kind: 'refund-approval' }]);
    await late.put(`/v1/refunds/${id}/approval`, { approved: false });
    expect((await read(id)).status).toBe('REJECTED');
    expect(await waits()).toEqual([]);
  });

  it('is refused by the rule of 60 days where the bank says nothing', async () => {
    const { id } = await waiting();
    await room.pass(62 * 24);
    const late = await room.staff(shop.scope, 'owner');
    await room.bank.misbehave({ call: 'refundable', kind: 'status', value: 503 });
    const answer = await late.put(`/v1/refunds/${id}/approval`, { approved: true });
    expect(codeOf(answer)).toEqual([409, 'refund-too-late']);
  });

  it('of what goes back outside the bank has no end', async () => {
    const { id } = await waiting('PAYPAL');
    await room.pass(62 * 24);
    const late = await room.staff(shop.scope, 'owner');
    await late.put(`/v1/refunds/${id}/approval`, { approved: true });
    expect((await read(id)).status).toBe('ELSEWHERE');
  });
});

describe('the clock of a task', () => {
  it('is two days for an approval, and less where the bank’s time ends before', async () => {
    await waiting();
    const [task] = await waits();
    expect(daysUntil(task!.dueAt)).toBeGreaterThan(2);
    expect(daysUntil(task!.dueAt)).toBeLessThanOrEqual(3);
    const order = await room.paid(shop, 40_000);
    await room.pass(59.9 * 24);
    const { body } = await room.ask(room.shop(shop), order);
    const { endsAt } = (
      await room.shop(shop).get<{ endsAt: string }>(`/v1/orders/${order}/refundable`)
    ).body;
    const short = (await waits()).find(({ subjectId }) => subjectId === body.id);
    expect(short).toMatchObject({ kind: 'refund-approval', dueAt: endsAt });
  });

  it('is a week for what a person pays back outside the bank, from its approval on', async () => {
    const { id } = await waiting('BANCONTACT');
    await room.pass(24);
    const late = await room.staff(shop.scope, 'owner');
    await late.put(`/v1/refunds/${id}/approval`, { approved: true });
    const [task] = await waits();
    expect(task).toMatchObject({ kind: 'refund-elsewhere', right: 'refunds:confirm' });
    expect(daysUntil(task!.dueAt)).toBeGreaterThan(7);
    expect(daysUntil(task!.dueAt)).toBeLessThanOrEqual(8);
  });
});

describe('a refund whose keys the bank refuses', () => {
  // Refunds of the tests before are asked about in the same rounds.
  const always = { kind: 'status', times: 100 };
  const noKeys = { ...always, call: 'refund', value: 401 };

  it('is a task of its webshop until the bank takes it', async () => {
    const order = await room.paid(shop);
    await room.bank.misbehave(noKeys);
    const { body } = await room.ask(room.shop(shop), order);
    expect(body.status).toBe('SENDING');
    const task = {
      ...{ kind: 'refund-keys', on: 'agency', right: 'keys:write' },
      ...{ subjectId: shop.scope.place.webshopId, facts: { amount: 1250 } },
    };
    expect(await waits()).toMatchObject([task]);
    await room.pass(1);
    await room.sweep.round();
    expect(await waits()).toMatchObject([task]);
    await room.bank.behave();
    await room.pass(1);
    await room.sweep.round();
    expect((await read(body.id)).status).toBe('PENDING');
    expect(await waits()).toEqual([]);
  });

  it('is one while it is followed, too, and silence of the bank says nothing about them', async () => {
    const { body } = await room.ask(room.shop(shop), await room.paid(shop));
    expect(body.status).toBe('PENDING');
    await room.bank.misbehave({ ...noKeys, call: 'refund-details' });
    await room.pass(7);
    await room.sweep.round();
    expect(await waits()).toMatchObject([{ kind: 'refund-keys' }]);
    await room.bank.behave();
    await room.bank.misbehave({ ...always, call: 'refund-details', value: 503 });
    await room.pass(7);
    await room.sweep.round();
    expect(await waits()).toMatchObject([{ kind: 'refund-keys' }]);
    await room.bank.behave();
    await room.pass(7);
    await room.sweep.round();
    expect(await waits()).toEqual([]);
  });
});

describe('that a refund was paid outside the bank', () => {
  it('is said by people with the right only, not by the software of a shop', async () => {
    const order = await room.paid(shop, 900, 'PAYPAL');
    const { body } = await room.ask(owner, order);
    const confirmation = `/v1/refunds/${body.id}/confirmation`;
    const developer = await room.staff(shop.scope, 'developer');
    for (const caller of [room.shop(shop), developer]) {
      expect((await caller.put(confirmation, { paid: true })).status).toBe(403);
    }
    expect((await read(body.id)).status).toBe('ELSEWHERE');
    const support = await room.staff(shop.scope, 'support');
    expect((await support.put<Refund>(confirmation, { paid: true })).body.status).toBe('CONFIRMED');
  });
});

describe('an account number', () => {
  it.each([
    ['description', { description: 'Naar NL91 ABNA 0417 1643 00' }],
    ['reason', { reason: 'Overmaken naar nl91abna0417164300, zei de koper' }],
  ])('in the %s is refused at the door: none is kept', async (path, text) => {
    const order = await room.paid(shop);
    for (const caller of [room.shop(shop), owner]) {
      const answer = await room.ask<ProblemDocument>(caller, order, text);
      expect(codeOf(answer)).toEqual([422, 'refund-account-number']);
      expect(answer.body.path).toBe(path);
    }
    expect(await room.ledger(order, shop)).toEqual({ count: 0, cents: 0 });
    const { body } = await owner.get<{ items: unknown[] }>(`/v1/refunds?orderId=${order}`);
    expect(body.items).toEqual([]);
  });
});
