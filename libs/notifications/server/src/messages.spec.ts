import type {
  Notification,
  NotificationDetail,
  NotificationPage,
  OrderMessages,
} from '@toonbank/notifications/contract';
import { newId } from '@toonbank/primitives';
import { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

let room: StatusRoom;
let shop: SellingWebshop;
let staff: TestCaller;
let stranger: TestCaller;

beforeAll(async () => {
  room = await StatusRoom.open();
  await room.work();
  shop = await room.webshop(await room.agency());
  staff = await signedIn(shop);
  stranger = await signedIn(await room.webshop(await room.agency()));
});

afterAll(async () => {
  await room.close();
});

async function signedIn({ scope }: SellingWebshop): Promise<TestCaller> {
  const caller = TestCaller.browser(room.api.app);
  const { email, password } = await room.member(scope);
  await caller.signIn(email, password);
  return caller;
}

async function paidOrder(): Promise<string> {
  const { body } = await room.announce(shop);
  await room.bank.settle(shop.bank, 'paid');
  const status = async () => (await room.order(shop, body.id)).body.status;
  await expect.poll(status, { timeout: 10_000 }).toBe('COMPLETED');
  return body.id;
}

async function newest(): Promise<Notification> {
  const list = await staff.get<NotificationPage>('/v1/notifications?environment=sandbox&limit=1');
  return list.body.items[0]!;
}

describe('what the bank said', () => {
  it('about an order is shown word for word, with the verdict on its signature', async () => {
    const orderId = await paidOrder();
    const { status, body } = await staff.get<OrderMessages>(`/v1/orders/${orderId}/messages`);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]!.signature).toBe('valid');
    const said = JSON.parse(body.items[0]!.text) as { orderResults: { orderStatus: string }[] };
    expect(said.orderResults.map(({ orderStatus }) => orderStatus)).toContain('COMPLETED');
    expect((await stranger.get(`/v1/orders/${orderId}/messages`)).status).toBe(404);
    expect((await stranger.get(`/v1/orders/${newId()}/messages`)).status).toBe(404);
  });

  it('in a notification is shown, but for its token', async () => {
    await paidOrder();
    const { id, host, webshopId } = await newest();
    const named = await staff.get<{ host: string }>(`/v1/webshops/${webshopId}`);
    expect(host, 'how people call the webshop').toBe(named.body.host);
    const { body } = await staff.get<NotificationDetail>(`/v1/notifications/${id}`);
    const said = JSON.parse(body.message) as { authentication: string; signature: string };
    expect(said.authentication).toMatch(/^… \d+ characters, kept secret$/);
    expect(said.signature).toMatch(/^[0-9a-f]{128}$/);
    expect(body.host).toBe(host);
    expect(body.bytes).toBeGreaterThan(100);
    expect((await stranger.get(`/v1/notifications/${id}`)).status).toBe(404);
  });

  it('can be asked for again as long as the token lives, twice at once without harm', async () => {
    const orderId = await paidOrder();
    const { id } = await newest();
    const path = `/v1/notifications/${id}/pull`;
    expect((await stranger.post(path)).status).toBe(404);
    const asked = await Promise.all([staff.post(path), staff.post(path)]);
    expect(asked.map(({ status }) => status)).toEqual([202, 202]);
    const state = () =>
      staff.get<Notification>(`/v1/notifications/${id}`).then((a) => a.body.state);
    await expect.poll(state, { timeout: 10_000 }).toBe('pulled');
    const { body: order } = await room.order(shop, orderId);
    expect(order.timeline.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
  });

  it('can not be asked for with a token that has run out', async () => {
    await room.bank.settings({ notificationTokenMs: 1 });
    await room.announce(shop);
    await room.bank.settle(shop.bank, 'cancelled');
    const expired = async () => {
      const path = '/v1/notifications?environment=sandbox&state=expired&limit=1';
      return (await staff.get<NotificationPage>(path)).body.items[0]?.id;
    };
    await expect.poll(expired, { timeout: 10_000 }).toBeDefined();
    await room.bank.settings({ notificationTokenMs: 600_000 });
    const answer = await staff.post<{ code: string }>(`/v1/notifications/${await expired()}/pull`);
    expect([answer.status, answer.body.code]).toEqual([409, 'token-expired']);
  });
});
