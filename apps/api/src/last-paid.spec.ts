import { CreateOrder, type LastPaid, type OrderDetail } from '@toonbank/orders/contract';
import { AnnouncingService } from '@toonbank/orders/server';
import { newId } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paid } from './paid.testing';
import { type Tenant, World } from './world.testing';

let world: World;
let ours: Tenant;
let theirs: Tenant;
const environments = ['sandbox', 'production'] as const;

beforeAll(async () => {
  world = await World.open();
  ours = await world.tenant('Toonbureau');
  theirs = await world.tenant('Ander bureau');
});

afterAll(async () => {
  await world.close();
});

const pathOf = (tenant: Tenant) =>
  `/v1/webshops/${tenant.first.webshop.scope.place.webshopId}/orders/last-paid`;
const ask = (who: TestCaller, environment?: string) =>
  who.get<LastPaid>(pathOf(ours) + (environment ? `?environment=${environment}` : ''));

async function announced(merchantOrderId: string): Promise<string> {
  const { webshop } = ours.first;
  const order = CreateOrder.parse({
    ...{ merchantOrderId, amount: { currency: 'EUR', amount: 999 } },
    returnUrl: 'https://shop.example/thanks',
  });
  const announcing = world.app.get(AnnouncingService, { strict: false });
  const { id } = await announcing.create(webshop.scope, newId(), order);
  await world.bank.settle(webshop.bank, 'paid');
  return id;
}

it('is nothing until one was paid, then the one that was paid last, not the one made last', async () => {
  const { environment } = ours.first.webshop.scope.place;
  const first = ours.first.orderId;
  const second = await announced('2');
  expect((await ask(ours.owner, environment)).body).toEqual({ order: null });

  await paid(world, ours.first, second);
  expect((await ask(ours.owner, environment)).body.order?.id).toBe(second);
  await paid(world, ours.first, first);
  const { body } = await ask(ours.owner, environment);
  const order = (await ours.owner.get<OrderDetail>(`/v1/orders/${first}`)).body;
  expect(body.order).toMatchObject({
    ...{ id: first, status: 'COMPLETED', paid: { currency: 'EUR', amount: 1250 } },
    ...{ paymentBrand: order.paymentBrand, paidAt: order.updatedAt },
  });
  expect(order.paymentBrand).not.toBeNull();
});

it('is told per environment, to its people and its API key, and to nobody else', async () => {
  const { environment } = ours.first.webshop.scope.place;
  const other = environments.find((word) => word !== environment)!;
  const first = ours.first.orderId;
  expect((await ask(ours.owner, other)).body).toEqual({ order: null });
  expect((await ask(ours.first.owner, environment)).body.order?.id).toBe(first);
  expect((await ask(ours.first.key)).body.order?.id).toBe(first);
  expect((await ask(ours.first.key, other)).status).toBe(422);
  for (const stranger of [ours.second.owner, theirs.owner, theirs.first.owner]) {
    expect((await ask(stranger, environment)).status).toBe(404);
  }
});
