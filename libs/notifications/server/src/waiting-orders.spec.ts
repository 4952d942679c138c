import { WaitingOrders } from '@toonbank/keys/server';
import { Work } from '@toonbank/platform/db';
import { TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

const clock = new TestClock(new Date());
let room: StatusRoom;
let shop: SellingWebshop;
let quiet: SellingWebshop;
beforeAll(async () => {
  room = await StatusRoom.open(clock);
  const agency = await room.agency();
  shop = await room.webshop(agency);
  quiet = await room.webshop(agency);
});
afterAll(() => room.close());

describe('orders that wait for a result under an old key', () => {
  it('are those announced before a moment and still open, per webshop in one query', async () => {
    const before = clock.now();
    clock.advance({ hours: 1 });
    await room.announceMany(shop, 3);
    clock.advance({ hours: 1 });
    const after = clock.now();
    const asked = [
      { place: shop.scope.place, before },
      { place: quiet.scope.place, before: after },
      { place: shop.scope.place, before: after },
    ];
    const port = room.api.app.get(WaitingOrders, { strict: false });
    const counts = await room.get(Work).read(shop.scope, (tx) => port.announced(tx, asked));
    expect(counts).toEqual([0, 0, 3]);
  });
});
