import { ApiKeys } from '@toonbank/access/server';
import { KeysService, VirtualPairs } from '@toonbank/keys/server';
import { dayOf } from '@toonbank/platform/clock';
import { newId } from '@toonbank/primitives';
import { WebshopEndings } from '@toonbank/shop/server';
import { TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

/** The webshop ends on a day that is past; what the bank says and hears is of now. */
const days = { hours: 48 };
const back = { hours: -48 };
const clock = new TestClock(new Date());
let room: StatusRoom;
let shop: SellingWebshop;
let openOrder: string;
const key = newId();

beforeAll(async () => {
  room = await StatusRoom.open(clock);
  clock.advance(back);
  shop = await room.webshop(await room.agency());
  clock.advance(days);
  openOrder = (await room.announce(shop, { merchantOrderId: 'OPEN1' }, key)).body.id;
  clock.advance(back);
  const lastDay = { endsOn: dayOf(clock.now()) };
  await room.get(WebshopEndings).set(shop.scope, shop.scope.place.webshopId, lastDay);
  clock.advance(days);
});

afterAll(() => room.close());

it('announces nothing new: the shop is told why and what to do, and the bank nothing', async () => {
  const before = (await room.bank.orders(shop.bank)).length;
  const { status, body } = await room.announce(shop);
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: 'webshop-ended', detail: expect.stringContaining('anew') });
  expect(await room.bank.orders(shop.bank)).toHaveLength(before);
});

it('still tells a shop that repeats itself of the order it has', async () => {
  const again = await room.announce(shop, { merchantOrderId: 'OPEN1' }, key);
  expect([again.status, again.body.id]).toEqual([201, openOrder]);
});

it('gets no new keys of any kind', async () => {
  const ended = { code: 'webshop-ended', status: 409 };
  const fresh = await room.bank.webshop('sandbox', shop.webhookUrl);
  const { scope } = shop;
  await expect(room.get(ApiKeys).issue(scope, scope.place)).rejects.toMatchObject(ended);
  await expect(room.get(KeysService).enter(scope, fresh)).rejects.toMatchObject(ended);
  await expect(room.get(VirtualPairs).issue(scope)).rejects.toMatchObject(ended);
});

it('learns how its open orders end', async () => {
  await room.work();
  await room.bank.settle(shop.bank, 'paid');
  const status = async () => (await room.order(shop, openOrder)).body.status;
  await expect.poll(status, { timeout: 20_000 }).toBe('COMPLETED');
});
