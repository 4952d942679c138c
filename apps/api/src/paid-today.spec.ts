import type { PaidToday } from '@toonbank/orders/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paid } from './paid.testing';
import { type Tenant, World } from './world.testing';

let world: World;
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  world = await World.open();
  ours = await world.tenant('Toonbureau');
  theirs = await world.tenant('Ander bureau');
  for (const tenant of [ours, theirs]) await paid(world, tenant.first, tenant.first.orderId);
});

afterAll(async () => {
  await world.close();
});

const ask = async (who = ours.first.owner, query = '') => {
  const { environment } = ours.first.webshop.scope.place;
  const answer = await who.get<PaidToday>(
    `/v1/orders/paid-today?environment=${environment}${query}`,
  );
  return answer.body;
};

/** The second order as if it had been made and paid then. */
async function happened(made: Date, paidAt: Date): Promise<void> {
  const admin = new Client({ connectionString: world.config.databaseUrls.migrator });
  await admin.connect();
  const then = 'update orders set created_at = $2, updated_at = $3 where id = $1';
  await admin.query(then, [ours.second.orderId, made, paidAt]);
  await admin.end();
}

const none = { orders: 0, paid: 0 };
const one = { orders: 1, paid: 1250 };

it('says what was paid today until now, to its people, its key and nobody else', async () => {
  const day = dayOf(new Date());
  const told = await ask();
  expect(told.today).toMatchObject({ day, ...one });
  expect(told.weekBefore).toMatchObject({ day: dayAfter(day, -7), ...none });
  expect((await ask(ours.first.key)).today).toMatchObject(one);
  expect((await ask(ours.owner)).today).toMatchObject(one);
  expect((await ask(ours.second.owner)).today).toMatchObject(none);
  expect((await ask(theirs.owner, `&merchantId=${ours.first.merchantId}`)).today).toMatchObject(
    none,
  );
});

it('looks at the same weekday before until the same time, and at what was paid by then', async () => {
  await paid(world, ours.second, ours.second.orderId);
  const { until } = (await ask(ours.second.owner)).weekBefore;
  const [sooner, later] = [-1_000, 60_000].map((ms) => new Date(Date.parse(until) + ms));
  const before = async () => (await ask(ours.second.owner)).weekBefore;

  await happened(sooner!, sooner!);
  expect(await before()).toMatchObject(one);
  expect((await ask(ours.second.owner)).today).toMatchObject(none);
  expect((await ask(ours.owner)).weekBefore).toMatchObject(one);
  await happened(sooner!, later!);
  expect(await before()).toMatchObject(none);
  await happened(later!, later!);
  expect(await before()).toMatchObject(none);
});
