import { PageQuery } from '@toonbank/primitives';
import { type Scope, Work } from '@toonbank/platform/db';
import { RedisConnections } from '@toonbank/platform/queue';
import { TestClock } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

/** A database of Redis that no other spec uses: this one is flushed. */
const ownRedis = `${process.env['TEST_REDIS_URL']}/7`;

let room: StatusRoom;
let agency: Scope;
let shop: SellingWebshop;

beforeEach(async () => {
  room = await StatusRoom.open(undefined, { redisUrl: ownRedis });
  agency = await room.agency();
  shop = await room.webshop(agency);
});

afterEach(async () => {
  await room.close();
});

/** What is known about this webshop's orders, straight from the tables. */
async function counts() {
  const [row] = await room.get(Work).read(agency, (tx) =>
    tx.sql<Record<'orders' | 'completed' | 'ended' | 'told' | 'looks' | 'waiting', number>>(
      `select
         (select count(*)::int from orders where agency_id = $1) as orders,
         (select count(*)::int from orders where agency_id = $1 and status = 'COMPLETED') as completed,
         (select count(*)::int from timeline_entry where agency_id = $1 and kind = 'ended') as ended,
         (select count(*)::int from outbox_event
           where agency_id = $1 and payload->>'to' = 'COMPLETED') as told,
         (select count(*)::int from orders where agency_id = $1 and needs_look) as looks,
         (select count(*)::int from raw_page where agency_id = $1 and state = 'landed') as waiting`,
      [agency.agencyId],
    ),
  );
  return row!;
}

/** Every order ended, each told once, nothing left lying. */
async function allPaidOnce(orders: number): Promise<void> {
  const right = { orders, completed: orders, ended: orders, told: orders, looks: 0, waiting: 0 };
  await expect.poll(counts, { timeout: 25_000, interval: 200 }).toEqual(right);
}

describe('kill -9', () => {
  it('of the API after a ping was answered and before its hint: the sweep finds the row', async () => {
    const api = await room.process('api', 'ingest.before-hint');
    const address = shop.webhookUrl.replace(room.publicUrl, api.url);
    await room.bank.settings({ repeatMs: 3_600_000 });
    await room.bank.setWebhook(shop.bank, address);
    await room.announceMany(shop, 3);
    await room.bank.settle(shop.bank, 'paid');
    expect(await api.ended()).toBe('SIGKILL');
    await room.work();
    await allPaidOnce(3);
  });

  it.each([
    ['after the attempt was committed', 'pull.after-attempt', 1, 3],
    ['after a page landed and before it was applied', 'pull.after-landing', 1, 3],
    ['inside the applying of a page, at result 40 of 100', 'apply.result', 40, 100],
    ['between page 2 and page 3', 'pull.between-pages', 2, 205],
    ['after a page was applied and before the job ended', 'pull.after-apply', 1, 3],
  ])('of the worker %s: every status arrives, once', async (_where, failpoint, nth, count) => {
    await room.announceMany(shop, count);
    await room.bank.settle(shop.bank, 'paid');
    const worker = await room.process('worker', failpoint, nth);
    expect(await worker.ended()).toBe('SIGKILL');
    await room.work();
    await allPaidOnce(count);
  });

  it('between hand-out and landing loses what the bank hands out only once: open orders want a look', async () => {
    await room.bank.settings({ mode: 'once' });
    await room.announceMany(shop, 3);
    await room.bank.settle(shop.bank, 'paid', 2);
    const worker = await room.process('worker', 'pull.before-landing');
    expect(await worker.ended()).toBe('SIGKILL');
    // Nobody may pretend to know: after a minute without a landing, every open order carries a case.
    const later = new TestClock(new Date(Date.now() + 120_000));
    await room.work(later);
    await expect.poll(counts, { timeout: 20_000 }).toMatchObject({ completed: 0, looks: 3 });
    const page = `/v1/orders?${new URLSearchParams({ limit: String(PageQuery.parse({}).limit) })}`;
    const { body } = await room.call<{ items: { needsLook: boolean }[] }>('GET', page, shop.apiKey);
    expect(body.items.map((order) => order.needsLook)).toEqual([true, true, true]);
  });
});

describe('Redis', () => {
  it('may be flushed with work waiting: nothing is lost', async () => {
    await room.announceMany(shop, 5);
    await room.bank.settle(shop.bank, 'paid');
    await expect.poll(async () => (await room.bank.orders(shop.bank)).length).toBe(5);
    const redis = room.get(RedisConnections).shared;
    await expect.poll(() => redis.keys(`*${room.api.config.redisPrefix}tb-pull*`)).not.toEqual([]);
    await redis.flushdb();
    await room.work();
    await allPaidOnce(5);
  });
});
