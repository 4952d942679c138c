import { VirtualPairs } from '@toonbank/keys/server';
import { signingKey, verifyReturn } from '@toonbank/smart-pay';
import { TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

const clock = new TestClock(new Date());
let room: StatusRoom;
let shop: SellingWebshop;

beforeAll(async () => {
  room = await StatusRoom.open(clock);
  shop = await room.webshop(await room.agency());
});

afterAll(async () => {
  await room.close();
});

/** Where the bank sends a shopper who breaks off. */
async function cancelled(): Promise<string> {
  const { body } = await room.announce(shop);
  const token = new URL(body.redirectUrl!).searchParams.get('token')!;
  const page = await fetch(`${room.bank.url}/omnikassa/cancel`, {
    method: 'POST',
    body: new URLSearchParams({ token, lang: 'nl' }),
  });
  const link = /href="(http[^"]+\/r\/[^"]+)"/.exec(await page.text())![1]!;
  return link.replaceAll('&amp;', '&');
}

/** Which of two signing keys the shop can verify a return with. */
async function signedWith(ours: string, keys: readonly string[]): Promise<boolean[]> {
  const back = await fetch(ours, { redirect: 'manual' });
  expect(back.status).toBe(303);
  const said = new URL(back.headers.get('location')!).searchParams;
  expect(said.get('status')).toBe('CANCELLED');
  const [orderId, status] = [said.get('order_id')!, said.get('status')!];
  const signature = said.get('signature')!;
  return keys.map((key) => verifyReturn(signingKey(key), { orderId, status, signature }));
}

describe('a return to a webshop with two virtual pairs', () => {
  it('is signed with the old one until the moment that a person named, and with the new one from then on', async () => {
    const pairs = room.get(VirtualPairs);
    const { id, signingKey: fresh } = await pairs.issue(shop.scope);
    const keys = [shop.signingKey, fresh];
    const from = new Date(clock.millis() + 60 * 60_000).toISOString();
    await pairs.name(shop.scope, id, { from });

    const early = await cancelled();
    expect(await signedWith(early, keys)).toEqual([true, false]);
    clock.advance({ minutes: 59 });
    expect(await signedWith(early, keys)).toEqual([true, false]);
    clock.advance({ minutes: 1 });
    // Also of a shopper who left before it.
    expect(await signedWith(early, keys)).toEqual([false, true]);
    expect(await signedWith(await cancelled(), keys)).toEqual([false, true]);

    await pairs.name(shop.scope, id, { from: null });
    expect(await signedWith(early, keys)).toEqual([true, false]);
  });
});
