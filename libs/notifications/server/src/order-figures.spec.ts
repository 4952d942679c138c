import type { OrderCount, OrderPage, OrderTotals } from '@toonbank/orders/contract';
import { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

let room: StatusRoom;
let shop: SellingWebshop;
let staff: TestCaller;

beforeAll(async () => {
  room = await StatusRoom.open();
  await room.work();
  shop = await room.webshop(await room.agency());
  staff = TestCaller.browser(room.api.app);
  const { email, password } = await room.member(shop.scope);
  await staff.signIn(email, password);
});

afterAll(async () => {
  await room.close();
});

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format();

async function totals(): Promise<Record<string, { orders: number; paid: number }>> {
  const query = `environment=sandbox&from=${today}&until=${today}`;
  const { body } = await staff.get<OrderTotals>(`/v1/orders/totals?${query}`);
  return Object.fromEntries(
    body.days.map(({ status, orders, paid }) => [status, { orders, paid }]),
  );
}

const count = async (query: string) =>
  (await staff.get<OrderCount>(`/v1/orders/count?environment=sandbox&${query}`)).body;

const list = async (query: string) =>
  (await staff.get<OrderPage>(`/v1/orders?environment=sandbox&${query}`)).body.items;

describe('figures of orders', () => {
  it('count every order once, under the status it has, and add up what was paid', async () => {
    await room.announceMany(shop, 5);
    await expect.poll(totals).toEqual({ IN_PROGRESS: { orders: 5, paid: 0 } });
    await room.bank.settle(shop.bank, 'paid', 3);
    await room.bank.settle(shop.bank, 'cancelled', 1);
    await expect.poll(totals, { timeout: 10_000 }).toEqual({
      COMPLETED: { orders: 3, paid: 3750 },
      CANCELLED: { orders: 1, paid: 0 },
      IN_PROGRESS: { orders: 1, paid: 0 },
    });
    // The bank repeating itself moves nothing.
    await room.bank.notify(shop.bank);
    await room.bank.settle(shop.bank, 'expired');
    await expect.poll(totals, { timeout: 10_000 }).toMatchObject({
      COMPLETED: { orders: 3, paid: 3750 },
      EXPIRED: { orders: 1 },
    });
  });

  it('stay right when many orders are made and end at once', async () => {
    const before = await totals();
    await Promise.all([room.announceMany(shop, 20), room.announceMany(shop, 20)]);
    await room.bank.settle(shop.bank, 'paid');
    const paid = () => totals().then((all) => all['COMPLETED']!.orders);
    await expect.poll(paid, { timeout: 15_000 }).toBe(before['COMPLETED']!.orders + 40);
    const all = Object.values(await totals()).reduce((sum, { orders }) => sum + orders, 0);
    expect(await count('')).toEqual({ count: all, isMore: false });
  });

  it('narrow lists and counts by method, amount and what wants a look', async () => {
    await room.announce(shop, { amount: { currency: 'EUR', amount: 4711 } });
    expect((await list('amount=4711')).map(({ total }) => total.amount)).toEqual([4711]);
    expect(await count('amount=4711')).toEqual({ count: 1, isMore: false });
    const [paid] = await list('status=COMPLETED&limit=1');
    expect(paid!.paymentBrand).toEqual(expect.stringMatching(/^[A-Z_]+$/));
    expect(await list(`paymentBrand=${paid!.paymentBrand}&limit=1`)).toHaveLength(1);
    expect(await list('paymentBrand=NO_SUCH_BRAND')).toEqual([]);
    expect(await list('needsLook=true')).toEqual([]);
  });

  it.each([
    ['from=2026-11-25&until=2026-11-24', 'until'],
    ['from=2024-01-01&until=2026-01-01', 'until'],
    ['from=yesterday&until=2026-01-01', 'from'],
    ['from=2026-01-01', 'until'],
  ])('are refused for a period that can not be: %s', async (query, path) => {
    const answer = await staff.get<{ path: string }>(`/v1/orders/totals?${query}`);
    expect([answer.status, answer.body.path]).toEqual([422, path]);
  });

  it('of another agency are not among them', async () => {
    const other = await room.webshop(await room.agency());
    const before = await totals();
    await room.announce(other);
    expect(await totals()).toEqual(before);
    const query = `environment=sandbox&from=${today}&until=${today}&webshopId=${other.scope.place.webshopId}`;
    expect((await staff.get<OrderTotals>(`/v1/orders/totals?${query}`)).body.days).toEqual([]);
  });
});
