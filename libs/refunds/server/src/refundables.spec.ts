import { type Id, type ProblemDocument } from '@toonbank/primitives';
import type { Refundable } from '@toonbank/refunds/contract';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf } from './refund-term';
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

const silent = { call: 'refundable', kind: 'status', value: 503 };
const days = (count: number) => room.pass(count * 24);
const told = async (order: Id) =>
  (await software.get<Refundable>(`/v1/orders/${order}/refundable`)).body;
const refusal = async (order: Id) => (await room.ask<ProblemDocument>(software, order)).body.code;

/** Paid now in the bank's books, and so many days from now, or before it, by what we were told. */
async function paidOtherwise(daysFromNow: number): Promise<Id> {
  const order = await room.announced(shop);
  await room.bank.pay(shop.bank, 'IDEAL');
  await room.learn(shop, order, new Date(room.clock.millis() + daysFromNow * 86_400_000));
  return order;
}

describe('what can be given back', () => {
  it('is told by our count beside the bank’s, with the moment from which it is too late', async () => {
    const order = await room.paid(shop);
    await room.ask(software, order, { cents: 250 });
    const inTime = await told(order);
    expect(inTime).toMatchObject({
      ...{ route: 'bank', paid: { amount: 1250 }, refunded: { amount: 250 } },
      ...{ rest: { amount: 1000 }, bank: { rest: { amount: 1000 } }, nothingBecause: null },
      approvalFrom: { amount: 25_000 },
    });
    expect(inTime.endsAt).toBe(inTime.bank!.expiresAt);
    const left = (Date.parse(inTime.bank!.expiresAt) - room.clock.millis()) / 86_400_000;
    expect(left).toBeGreaterThan(59.9);
    await room.bank.misbehave(silent);
    expect(await told(order)).toMatchObject({
      ...{ bank: null, rest: { amount: 1000 }, nothingBecause: null, endsAt: inTime.endsAt },
    });
  });

  // The bank calls the rest 0 when its time is over: that read as if all had been given back.
  it('is nothing after the bank’s last moment, because it is too late', async () => {
    const order = await room.paid(shop);
    await room.ask(software, order, { cents: 250 });
    await days(62);
    const late = await told(order);
    expect(late).toMatchObject({
      ...{ refunded: { amount: 250 }, rest: { amount: 0 }, bank: { rest: { amount: 0 } } },
      ...{ nothingBecause: 'too-late', endsAt: late.bank!.expiresAt },
    });
    expect(await refusal(order)).toBe('refund-too-late');
  });

  it('is nothing by the rule of 60 days, too, while the bank says nothing', async () => {
    const order = await room.paid(shop);
    const { endsAt } = await told(order);
    await days(62);
    await room.bank.misbehave(silent);
    expect(await told(order)).toMatchObject({
      ...{ bank: null, rest: { amount: 0 }, nothingBecause: 'too-late', endsAt },
    });
    await room.bank.misbehave(silent);
    expect(await refusal(order)).toBe('refund-too-late');
  });

  it('ends sooner than by the rule where the bank says so', async () => {
    const order = await paidOtherwise(30);
    await days(62);
    const late = await told(order);
    expect(late).toMatchObject({ rest: { amount: 0 }, nothingBecause: 'too-late' });
    expect(Date.parse(late.endsAt!)).toBeLessThan(Date.parse(late.lastDay!));
    expect(await refusal(order)).toBe('refund-too-late');
  });

  it('ends later than by the rule where the bank says so', async () => {
    const order = await paidOtherwise(-5);
    await days(57);
    expect(await told(order)).toMatchObject({ rest: { amount: 1250 }, nothingBecause: null });
    expect((await room.ask(software, order)).status).toBe(201);
  });

  // Told that it is too late, somebody would transfer by hand what the shopper has already.
  it('is nothing because all of it was, before and after the time is over', async () => {
    const order = await room.paid(shop);
    await room.ask(software, order);
    const all = { rest: { amount: 0 }, nothingBecause: 'all-given-back' };
    expect(await told(order)).toMatchObject(all);
    await days(62);
    expect(await told(order)).toMatchObject(all);
    expect(await refusal(order)).toBe('refund-nothing-left');
  });

  it.each(['PAYPAL', 'BANCONTACT'])('of %s has no end: the bank’s is not for it', async (brand) => {
    const order = await room.paid(shop, 900, brand);
    await days(62);
    expect(await told(order)).toMatchObject({
      ...{ bank: null, lastDay: null, endsAt: null, nothingBecause: null, rest: { amount: 900 } },
    });
  });
});

it.each([
  ['that summer time shortens', '2026-03-01T23:30:00Z', '2026-05-01', '2026-05-01T22:00:00.000Z'],
  ['that winter time stretches', '2026-10-01T10:00:00Z', '2026-11-30', '2026-11-30T23:00:00.000Z'],
])('is a time %s, to its last midnight in Dutch time', (_what, paidAt, lastDay, at) => {
  const end = endOf({ paidAt: new Date(paidAt), paymentBrand: 'IDEAL' }, null);
  expect(end).toEqual({ lastDay, at: new Date(at) });
});
