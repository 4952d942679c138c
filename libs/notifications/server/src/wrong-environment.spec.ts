import { KeysService } from '@toonbank/keys/server';
import type { WebshopScope } from '@toonbank/platform/db';
import { TestBank } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StatusRoom } from './notifications.testing';

let production: TestBank;
let room: StatusRoom;

beforeAll(async () => {
  production = await TestBank.start();
  room = await StatusRoom.open();
  // The two environments of the bank have addresses of their own, as in real life.
  Object.assign(room.api.config.bankUrls, { production: production.url });
});

afterAll(async () => {
  await room.close();
  await production.stop();
});

describe('keys of the sandbox pasted into production', () => {
  it('are recognised by asking the bank, and nothing is stored', async () => {
    const shop = await room.webshop(await room.agency(), 'sandbox');
    const { webshopId } = shop.scope.place;
    const place = { webshopId, environment: 'production' } as const;
    const inProduction: WebshopScope = { ...shop.scope, place };
    const fresh = await room.bank.renew(shop.bank);
    await expect(room.get(KeysService).enter(inProduction, fresh)).rejects.toMatchObject({
      code: 'wrong-environment',
      title: 'This refresh token belongs to the sandbox.',
    });
    const { items } = await room.get(KeysService).list(inProduction);
    expect(items.map(({ kind }) => kind)).toEqual(['virtual']);
  });
});
