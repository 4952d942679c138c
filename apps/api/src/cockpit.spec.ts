import type { MerchantFigures, Overview, SearchResult } from '@toonbank/cockpit/contract';
import type { MerchantPage } from '@toonbank/merchant/contract';
import type { OrderDetail } from '@toonbank/orders/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import { Work } from '@toonbank/platform/db';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refundedPart } from './refunded.testing';
import { type Stall, type Tenant, World } from './world.testing';

let world: World;
let ours: Tenant;
let theirs: Tenant;
let order: OrderDetail;

beforeAll(async () => {
  world = await World.open();
  ours = await world.tenant('Zoekbureau');
  theirs = await world.tenant('Ander bureau');
  order = (await ours.owner.get<OrderDetail>(`/v1/orders/${ours.first.orderId}`)).body;
});

afterAll(async () => {
  await world.close();
});

const find = async (q: string, who: TestCaller = ours.owner) => {
  const query = new URLSearchParams({ q, environment: order.environment });
  return (await who.get<SearchResult>(`/v1/search?${query}`)).body;
};

describe('search', () => {
  it.each([
    ['its number', () => order.merchantOrderId],
    [
      'the beginning of its number, in any case',
      () => order.merchantOrderId.slice(0, 20).toUpperCase(),
    ],
    ['our id', () => order.id],
    ["the bank's number of an announcement", () => order.announcements[0]!.omnikassaOrderId!],
    ['its amount', () => '12,50'],
    ['its amount and day', () => '€12.50 vandaag'],
  ])('finds an order by %s, and tells strangers nothing', async (_by, q) => {
    const ids = (await find(q())).orders.map(({ id }) => id);
    expect(ids).toContain(order.id);
    for (const stranger of [theirs.owner, ours.second.owner, theirs.first.key]) {
      const found = (await find(q(), stranger)).orders ?? [];
      expect(found.map(({ id }) => id)).not.toContain(order.id);
    }
  });

  it('finds a merchant by name, and a webshop by URL', async () => {
    const byName = await find('zoekbureau eerste');
    expect(byName.merchants.map(({ id }) => id)).toEqual([ours.first.merchantId]);
    const byUrl = await find(order.host);
    expect(byUrl.webshops).toEqual([
      { id: order.webshopId, host: order.host, merchantName: 'Zoekbureau eerste' },
    ]);
    expect((await find(order.host, theirs.owner)).webshops).toEqual([]);
  });

  it('says what it took the words for', async () => {
    const { understood } = await find('99.999,99 2026-01-02 abc');
    expect(understood).toEqual({ amount: 9_999_999, day: '2026-01-02', text: 'abc' });
  });

  it.each(['', 'x', 'y'.repeat(101)])('refuses "%s"', async (q) => {
    const answer = await ours.owner.get<{ path: string }>(`/v1/search?q=${q}`);
    expect([answer.status, answer.body.path]).toEqual([422, 'q']);
  });
});

describe('the overview', () => {
  const look = async (query = '') => {
    const path = `/v1/overview?environment=${order.environment}${query}`;
    return (await ours.owner.get<Overview>(path)).body;
  };

  it('tells how each webshop of the agency does, and nothing of another agency', async () => {
    const { webshops, webshopCount } = await look();
    expect(webshopCount).toBe(2);
    expect(webshops.map(({ merchantName }) => merchantName).sort()).toEqual([
      'Zoekbureau eerste',
      'Zoekbureau tweede',
    ]);
    expect(webshops.every(({ verdict }) => verdict === 'healthy')).toBe(true);
  });

  it('is narrowed to one merchant', async () => {
    const { webshops } = await look(`&merchantId=${ours.second.merchantId}`);
    expect(webshops.map(({ merchantId }) => merchantId)).toEqual([ours.second.merchantId]);
    expect((await look(`&merchantId=${theirs.first.merchantId}`)).webshopCount).toBe(0);
  });

  it("is not for a merchant's people", async () => {
    expect((await ours.first.owner.get('/v1/overview')).status).toBe(403);
  });
});

interface Sold {
  readonly environment: 'sandbox' | 'production';
  readonly day: string;
  readonly paid: number;
}

/** A day's figures as paid orders would leave them: the demo's way to them takes the bank and days. */
async function sold(tenant: Tenant, stall: Stall, { environment, day, paid }: Sold): Promise<void> {
  const { webshopId } = stall.webshop.scope.place;
  await world.app.get(Work).run(tenant.scope, (tx) =>
    tx.sql(
      `insert into order_day as d
         (agency_id, merchant_id, webshop_id, environment, day, status, orders, amount, paid)
       values ($1, $2, $3, $4, $5, 'COMPLETED', 1, $6, $6)
       on conflict (agency_id, webshop_id, environment, day, status)
         do update set orders = d.orders + 1, paid = d.paid + excluded.paid`,
      [tenant.scope.agencyId, stall.merchantId, webshopId, environment, day, paid],
    ),
  );
}

describe('the figures of merchants', () => {
  const figures = async (who: TestCaller, ids: readonly string[]) =>
    (await who.get<MerchantFigures>(`/v1/merchant-figures?merchantIds=${ids.join(',')}`)).body;

  it('tell how each does, what its URLs cost, and nothing of another agency', async () => {
    const ids = [ours.first.merchantId, theirs.first.merchantId];
    const told = await figures(ours.owner, ids);
    const nothing = { verdict: null, lastPaidOn: null, paid: 0, monthly: 0 };
    expect(told.figures).toEqual([
      { merchantId: ids[0], verdict: 'healthy', lastPaidOn: null, paid: 0, monthly: 1_000 },
      { merchantId: ids[1], ...nothing },
    ]);
  });

  it('count nothing of the sandbox', async () => {
    await refundedPart(world, ours);
    expect(order.environment).toBe('sandbox');
    const told = await figures(ours.owner, [ours.first.merchantId]);
    expect(told.figures[0]!.paid).toBe(0);
  });

  it('are what the list of merchants goes by, with nothing older and nothing of the sandbox', async () => {
    const today = dayOf(new Date());
    await sold(ours, ours.first, { environment: 'production', day: today, paid: 300 });
    await sold(ours, ours.first, {
      environment: 'production',
      day: dayAfter(today, -30),
      paid: 9_000,
    });
    await sold(ours, ours.second, {
      environment: 'production',
      day: dayAfter(today, -29),
      paid: 500,
    });
    await sold(ours, ours.first, { environment: 'sandbox', day: today, paid: 9_000 });
    await sold(theirs, theirs.first, { environment: 'production', day: today, paid: 9_000 });

    const ids = [ours.first.merchantId, ours.second.merchantId];
    const told = (await figures(ours.owner, ids)).figures;
    expect(told.map(({ paid, lastPaidOn }) => [paid, lastPaidOn])).toEqual([
      [300, today],
      [500, dayAfter(today, -29)],
    ]);
    const list = async (order: string) =>
      (await ours.owner.get<MerchantPage>(`/v1/merchants?sort=turnover&order=${order}`)).body.items;
    expect((await list('desc')).map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await list('asc')).map(({ id }) => id)).toEqual(ids);
  });

  it.each(['', 'x', Array.from({ length: 101 }, () => crypto.randomUUID()).join(',')])(
    'are refused for "%.40s"',
    async (ids) => {
      const { status } = await ours.owner.get(`/v1/merchant-figures?merchantIds=${ids}`);
      expect(status).toBe(422);
    },
  );

  it("are not for a merchant's people", async () => {
    const { status } = await ours.first.owner.get(
      `/v1/merchant-figures?merchantIds=${ours.first.merchantId}`,
    );
    expect(status).toBe(403);
  });
});
