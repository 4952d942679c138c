import { RotationStart, RotationSteps } from '@toonbank/keys/server';
import { Work } from '@toonbank/platform/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

let room: StatusRoom;
let shop: SellingWebshop;

beforeAll(async () => {
  room = await StatusRoom.open();
  shop = await room.webshop(await room.agency());
});

afterAll(() => room.close());

/** New keys in use; the bank signs with both. Answers how the old ones are destroyed. */
async function renewed(): Promise<() => Promise<unknown>> {
  const { signingKey, refreshToken } = await room.bank.renew(shop.bank, { replace: 'overlap' });
  const { id } = await room.get(RotationStart).begin(shop.scope, { signingKey, refreshToken });
  const take = (step: 'prove' | 'cut-over' | 'retire') =>
    room.get(RotationSteps).take(shop.scope, id, { step, anyway: true });
  await take('prove');
  await take('cut-over');
  return () => take('retire');
}

const states = () =>
  room.get(Work).read(shop.scope, (tx) =>
    tx.sql<{ key_version: number; state: string }>(
      `select key_version, state from notification
       where agency_id = $1 and webshop_id = $2 order by key_version`,
      [shop.scope.agencyId, shop.scope.place.webshopId],
    ),
  );

describe('a ping under a key that is destroyed before it was pulled with', () => {
  it('is set aside: what is handed out with it could not be verified', async () => {
    const retire = await renewed();
    const [id] = await room.announceMany(shop, 1);
    await room.bank.settle(shop.bank, 'paid');
    await expect.poll(states).toMatchObject([{ key_version: 1 }, { key_version: 2 }]);
    // Only the ping under the old key is left; the bank goes on saying that results wait (S24).
    await room
      .get(Work)
      .run(shop.scope, (tx) =>
        tx.sql(
          `update notification set state = 'expired' where agency_id = $1 and key_version = 2`,
          [shop.scope.agencyId],
        ),
      );
    await retire();
    await room.work();
    await expect.poll(async () => (await states())[0]?.state).toBe('key-destroyed');
    await room.bank.notify(shop.bank);
    await expect
      .poll(async () => (await room.order(shop, id!)).body.status, { timeout: 10_000 })
      .toBe('COMPLETED');
    const pulled = (await states()).filter(({ state }) => state === 'pulled');
    expect(pulled.map(({ key_version: version }) => version)).toEqual([2]);
    expect((await room.order(shop, id!)).body.cases).toEqual([]);
  });
});
