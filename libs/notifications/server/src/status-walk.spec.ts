import { signingKey, verifyReturn } from '@toonbank/smart-pay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

let room: StatusRoom;
let shop: SellingWebshop;

beforeAll(async () => {
  room = await StatusRoom.open();
  await room.work();
  shop = await room.webshop(await room.agency());
});

afterAll(async () => {
  await room.close();
});

const statusOf = async (id: string) => (await room.order(shop, id)).body.status;

describe('from an order to its end status', () => {
  it.each([
    ['paid', 'COMPLETED'],
    ['cancelled', 'CANCELLED'],
    ['expired', 'EXPIRED'],
  ])('an order that is %s at the bank becomes %s here', async (outcome, status) => {
    const { status: code, body: created } = await room.announce(shop);
    expect(code).toBe(201);
    expect(created).toMatchObject({ status: 'IN_PROGRESS', needsLook: false, paid: null });
    expect(created.redirectUrl).toContain(room.bank.url);
    await room.bank.settle(shop.bank, outcome);
    await expect.poll(() => statusOf(created.id), { timeout: 10_000 }).toBe(status);
    const { body: order } = await room.order(shop, created.id);
    expect(order.timeline.map((entry) => entry.kind)).toEqual(['created', 'announced', 'ended']);
    expect(order.transactions).toHaveLength(1);
  });

  it('takes the shopper back with a status that the shop can verify, and believes no forgery', async () => {
    const { body: created } = await room.announce(shop);
    const [atBank] = await room.bank.orders(shop.bank);
    const page = await fetch(created.redirectUrl!);
    const token = new URL(created.redirectUrl!).searchParams.get('token')!;
    expect(page.status).toBe(200);
    const cancelled = await fetch(`${room.bank.url}/omnikassa/cancel`, {
      method: 'POST',
      body: new URLSearchParams({ token, lang: 'nl' }),
    });
    const link = /href="([^"]+)"/.exec((await cancelled.text()).split('<main>')[1]!)![1]!;
    const ours = new URL(link.replaceAll('&amp;', '&'));
    expect(ours.searchParams.get('order_id')).toBe(atBank!.merchantOrderId);

    const back = await fetch(ours, { redirect: 'manual' });
    expect(back.status).toBe(303);
    const shops = new URL(back.headers.get('location')!);
    expect(shops.searchParams.get('basket')).toBe('7');
    const said = {
      orderId: shops.searchParams.get('order_id')!,
      status: shops.searchParams.get('status')!,
      signature: shops.searchParams.get('signature')!,
    };
    expect(said.status).toBe('CANCELLED');
    expect(verifyReturn(signingKey(shop.signingKey), said)).toBe(true);
  });

  it('says IN_PROGRESS to a return that the bank did not sign', async () => {
    const { body: created } = await room.announce(shop);
    await room.bank.orders(shop.bank);
    const token = new URL(created.redirectUrl!).searchParams.get('token')!;
    const html = await (
      await fetch(`${room.bank.url}/omnikassa/cancel`, {
        method: 'POST',
        body: new URLSearchParams({ token, lang: 'nl' }),
      })
    ).text();
    await expect.poll(() => statusOf(created.id), { timeout: 10_000 }).toBe('CANCELLED');
    const ours = new URL(/href="(http[^"]+\/r\/[^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&'));
    ours.searchParams.set('status', 'COMPLETED');
    const back = await fetch(ours, { redirect: 'manual' });
    // The order has ended meanwhile: what we know comes before what a browser says.
    expect(new URL(back.headers.get('location')!).searchParams.get('status')).toBe('CANCELLED');

    const other = await room.announce(shop);
    const forged = new URL(ours.pathname, room.publicUrl);
    forged.search = `?order_id=x&status=COMPLETED&signature=${'0'.repeat(128)}`;
    expect((await fetch(`${forged.origin}/r/nonsense`, { redirect: 'manual' })).status).toBe(404);
    expect(other.body.status).toBe('IN_PROGRESS');
  });
});
