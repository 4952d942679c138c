import { OrderCases } from '@toonbank/orders/server';
import { Work } from '@toonbank/platform/db';
import { lookBack, Outbox, WaitTold } from '@toonbank/platform/outbox';
import { newId } from '@toonbank/primitives';
import { TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

const clock = new TestClock(new Date());
let room: StatusRoom;
let shop: SellingWebshop;
beforeAll(async () => {
  room = await StatusRoom.open(clock);
  shop = await room.webshop(await room.agency());
});
afterAll(() => room.close());

/** A page that may be lost makes every open order want a look. */
async function loseAPage(): Promise<void> {
  const { agencyId, place } = shop.scope;
  const at = clock.now();
  const window = { attemptId: newId(), from: at, until: at };
  expect(
    await room.api.app.get(OrderCases, { strict: false }).raiseWindow(agencyId, place, window),
  ).toBe(1);
}

/** Since when the room of tasks is told that something waits, word after word. */
async function toldSince(): Promise<(string | undefined)[]> {
  const events = await room
    .get(Work)
    .read(shop.scope, (tx) => room.get(Outbox).after(tx, WaitTold, lookBack(new Date(0)), 10));
  return events.map(({ payload }) => WaitTold.payload.parse(payload).waiting?.since);
}

describe('an order that wants a look', () => {
  it('waits since it first did, whatever else comes up about it', async () => {
    await room.announceMany(shop, 1);
    const first = clock.now().toISOString();
    await loseAPage();
    clock.advance({ hours: 3 });
    await loseAPage();
    expect(await toldSince()).toEqual([first, first]);
  });
});
