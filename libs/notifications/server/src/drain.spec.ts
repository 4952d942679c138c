import type { CreatedOrder } from '@toonbank/orders/contract';
import { newId } from '@toonbank/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

let room: StatusRoom;
let shop: SellingWebshop;

beforeAll(async () => {
  room = await StatusRoom.open();
  shop = await room.webshop(await room.agency());
});

afterAll(async () => {
  await room.close();
});

describe('SIGTERM', () => {
  it('lets the API end the request it is working on, and then go', async () => {
    const api = await room.process('api');
    await room.bank.misbehave({ call: 'announce', kind: 'slow', value: 1_500 });
    const { webshopId } = shop.scope.place;
    const announcing = fetch(`${api.url}/v1/webshops/${webshopId}/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${shop.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': newId(),
      },
      body: JSON.stringify({
        merchantOrderId: 'DRAIN1',
        amount: { currency: 'EUR', amount: 100 },
        returnUrl: 'https://shop.example/',
      }),
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ended = api.stop('SIGTERM');
    const answer = await announcing;
    expect(answer.status).toBe(201);
    expect(((await answer.json()) as CreatedOrder).redirectUrl).toContain(room.bank.url);
    expect([0, 'SIGTERM']).toContain(await ended);
  });

  it('lets the worker end the page it is working on, and then go', async () => {
    const worker = await room.process('worker');
    const ids = await room.announceMany(shop, 40);
    await room.bank.misbehave({ call: 'results', kind: 'slow', value: 1_000 });
    await room.bank.settle(shop.bank, 'paid');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([0, 'SIGTERM']).toContain(await worker.stop('SIGTERM'));
    const statuses = await Promise.all(
      ids.map(async (id) => (await room.order(shop, id)).body.status),
    );
    expect(new Set(statuses)).toEqual(new Set(['COMPLETED']));
  });
});
