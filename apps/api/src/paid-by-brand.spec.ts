import { CreateOrder, type OrderDetail } from '@toonbank/orders/contract';
import { AnnouncingService } from '@toonbank/orders/server';
import type { MethodTariffs, PayPal } from '@toonbank/payment-methods/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import { type Environment, euro, type Id, newId, type ProblemDocument } from '@toonbank/primitives';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { reported } from './paid.testing';
import { BankControls } from './seed/bank-controls';
import { type DemoWebshop, DemoWebshops } from './seed/demo-webshops';
import { type Tenant, World } from './world.testing';

let world: World;
let ours: Tenant;
let theirs: Tenant;
let merchant: Seller;

/** A merchant with two webshops; the first one is also in the sandbox. */
interface Seller {
  readonly id: Id;
  readonly webshops: Readonly<Record<'first' | 'sandbox' | 'second', DemoWebshop>>;
}

beforeAll(async () => {
  world = await World.open();
  ours = await world.tenant('Toonbureau');
  theirs = await world.tenant('Ander bureau');
});

beforeEach(async () => {
  merchant = await seller(ours.scope);
});

afterAll(() => world.close());

async function seller(scope: Scope): Promise<Seller> {
  const maker = new DemoWebshops(world.app, new BankControls(world.bank.url), 'http://127.0.0.1:9');
  const planned = (environments: readonly Environment[]) => ({
    ...{ url: `https://${newId()}.example`, perDay: 1, environments },
  });
  const webshops = [planned(['production', 'sandbox']), planned(['production'])];
  const made = await maker.merchant(scope, { name: 'Kaas & Co', webshops });
  const [first, sandbox, second] = made.webshops as [DemoWebshop, DemoWebshop, DemoWebshop];
  return { id: made.id, webshops: { first, sandbox, second } };
}

/** An order that is paid with this brand, or that was tried to be. */
async function sold(
  { id: merchantId, webshops }: Seller,
  at: keyof Seller['webshops'],
  { brand = 'PAYPAL', cents = 1250, status = 'COMPLETED' as 'COMPLETED' | 'CANCELLED' } = {},
): Promise<Id> {
  const webshop = webshops[at];
  const order = CreateOrder.parse({
    ...{ merchantOrderId: newId().replaceAll('-', '').slice(-24), amount: euro(cents) },
    returnUrl: 'https://shop.example/thanks',
  });
  const announcing = world.app.get(AnnouncingService, { strict: false });
  const { id } = await announcing.create(webshop.scope, newId(), order);
  await world.bank.pay(webshop.bank, brand);
  await reported(world, { merchantId, webshop }, { orderId: id, orderStatus: status });
  return id;
}

/** As if the order had been made so much earlier. */
async function aged(id: Id, days: number): Promise<void> {
  await world.app.get(Work).run(ours.scope, (tx) =>
    tx.sql(
      `update orders set created_at = created_at - make_interval(days => $3)
         where agency_id = $1 and id = $2`,
      [ours.scope.agencyId, id, days],
    ),
  );
}

const of = (what: string) => `/v1/merchants/${merchant.id}/${what}`;

it('proves PayPal by the newest order that the merchant was paid with it, and by no other', async () => {
  const neighbour = await seller(ours.scope);
  const stranger = await seller(theirs.scope);
  await sold(merchant, 'first');
  await ours.owner.put(of('paypal'), { email: 'kaas@paypal.example' });
  await sold(merchant, 'first');
  const newest = await sold(merchant, 'second');
  await sold(merchant, 'sandbox');
  await sold(merchant, 'first', { status: 'CANCELLED' });
  await sold(merchant, 'first', { brand: 'VISA' });
  await sold(neighbour, 'first');
  await sold(stranger, 'first');

  const { body } = await ours.owner.post<PayPal>(of('paypal/proof'), {});
  const { updatedAt } = (await ours.owner.get<OrderDetail>(`/v1/orders/${newest}`)).body;
  expect(body.proof).toMatchObject({ orderId: newest, paidAt: updatedAt });
});

it('finds nothing where only others were paid, or in another way', async () => {
  const neighbour = await seller(ours.scope);
  const stranger = await seller(theirs.scope);
  await sold(merchant, 'first');
  await ours.owner.put(of('paypal'), { email: 'kaas@paypal.example' });
  await sold(merchant, 'sandbox');
  await sold(merchant, 'first', { status: 'CANCELLED' });
  await sold(merchant, 'second', { brand: 'VISA' });
  await sold(neighbour, 'first');
  await sold(stranger, 'first');
  const { status, body } = await ours.owner.post<ProblemDocument>(of('paypal/proof'), {});
  expect([status, body.code]).toEqual([409, 'paypal-no-test-order']);
});

it('sums what was paid with each brand in production in the last 30 days', async () => {
  const estimates = async () =>
    (await ours.owner.get<MethodTariffs>(of('method-tariffs'))).body.estimates.map(
      ({ brand, orders, turnover }) => [brand, orders, turnover.amount],
    );
  expect(await estimates()).toEqual([]);
  await sold(merchant, 'first', { cents: 1000 });
  await sold(merchant, 'second', { cents: 500 });
  await sold(merchant, 'second', { brand: 'VISA', cents: 70 });
  await sold(merchant, 'first', { cents: 1, status: 'CANCELLED' });
  await sold(merchant, 'sandbox', { cents: 2 });
  await aged(await sold(merchant, 'first', { cents: 3 }), 31);
  await aged(await sold(merchant, 'first', { brand: 'VISA', cents: 30 }), 29);
  await sold(await seller(ours.scope), 'first', { cents: 4 });
  await sold(await seller(theirs.scope), 'first', { cents: 5 });
  expect(await estimates()).toEqual([
    ['PAYPAL', 2, 1500],
    ['VISA', 2, 100],
  ]);
});
