import type { KeyVersion } from '@toonbank/keys/contract';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { newId } from '@toonbank/primitives';
import type { CreatedWebshop } from '@toonbank/shop/contract';
import { TestClock, waitsOf } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExpiryWaits } from './expiry-waits';
import { KeysRoom, type Tenant } from '../keys.testing';

let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;

let clock: TestClock;

// A round looks at every agency there is: each test has a system of its own.
beforeEach(async () => {
  clock = new TestClock(new Date());
  room = await KeysRoom.open(clock);
  tenant = await room.tenant();
  webshop = await room.webshop(tenant, `${newId()}.example`);
});
afterEach(() => room.close());

const path = () => `/v1/webshops/${webshop.id}/environments/production/keys`;

async function entered(): Promise<KeyVersion> {
  const { signingKey, refreshToken } = await room.bank.webshop('production');
  const keys = { signingKey, refreshToken };
  return (await tenant.staff.put<KeyVersion>(`${path()}/bank`, keys)).body;
}

/** Late on the day that is so many before it expires: whichever clocks change in between, it is due. */
function daysBefore({ expiresAt }: KeyVersion, days: number): void {
  const next = startOfDay(dayAfter(dayOf(new Date(expiresAt!)), 1 - days));
  clock.advance({ ms: next.getTime() - 1 - clock.millis() });
}

/** What the end of a webshop makes wait is another room's. */
const waits = async () =>
  (await waitsOf(room.test.app, tenant.scope)).filter(({ kind }) => kind === 'key-expiry');
const mails = (count: number) => room.mailsTo(tenant.email, count);

describe('keys that expire', () => {
  it('are warned of at 60, 30, 14, 7 and 1 days: once each, also by two workers', async () => {
    const key = await entered();
    daysBefore(key, 61);
    expect(await room.lookOut()).toBe(0);
    for (const [index, days] of [60, 30, 14, 7, 1].entries()) {
      daysBefore(key, days);
      const both = await Promise.all([room.lookOut(), room.lookOut()]);
      expect(both[0] + both[1], `${days} days`).toBe(1);
      expect(await room.lookOut()).toBe(0);
      expect(await mails(index + 1)).toHaveLength(index + 1);
    }
    daysBefore(key, -3);
    expect(await room.lookOut()).toBe(0);
    const all = (await mails(5)).join();
    expect(all).toContain(`/production/webshops/${webshop.id}`);
    for (const days of [60, 30, 14, 7]) expect(all).toContain(`over ${days} dagen`);
  });

  it('that nobody looked at for weeks are warned of once, with the days that are left', async () => {
    const key = await entered();
    daysBefore(key, 10);
    expect(await room.lookOut()).toBe(1);
    expect(await room.lookOut()).toBe(0);
    const sent = await mails(1);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('10 dagen');
    daysBefore(key, 7);
    expect(await room.lookOut()).toBe(1);
  });

  it('are a task until another pair is in use', async () => {
    const key = await entered();
    daysBefore(key, 60);
    await room.lookOut();
    const task = { kind: 'key-expiry', subjectId: webshop.id, right: 'keys:write', on: 'agency' };
    expect(await waits()).toMatchObject([{ ...task, dueAt: key.expiresAt, facts: { version: 1 } }]);
    daysBefore(key, 30);
    await room.lookOut();
    expect(await waits()).toHaveLength(1);
    await room.signInAgain(tenant);
    // The emulated bank lives in today: its new token would expire as soon as the old one.
    await room.forgetExpiry(tenant, (await entered()).id);
    expect(await room.lookOut()).toBe(1);
    expect(await waits()).toEqual([]);
    expect(await room.lookOut()).toBe(0);
  });

  it('are warned of anew when somebody types another day', async () => {
    const { id } = await entered();
    await room.forgetExpiry(tenant, id);
    expect(await room.lookOut()).toBe(0);
    const on = (days: number) => dayAfter(dayOf(clock.now()), days);
    const type = (expiresOn: string | null) =>
      tenant.staff.put(`${path()}/${id}/expiry`, { expiresOn });
    await type(on(20));
    expect(await room.lookOut()).toBe(1);
    expect(await waits()).toMatchObject([{ kind: 'key-expiry' }]);
    await type(on(300));
    expect(await waits()).toEqual([]);
    expect(await room.lookOut()).toBe(0);
  });

  it('are warned of whole or not at all: what fails half-way is done at the next round', async () => {
    const key = await entered();
    daysBefore(key, 14);
    const soon = vi.spyOn(room.test.app.get(ExpiryWaits, { strict: false }), 'soon');
    soon.mockRejectedValueOnce(new Error('gone'));
    expect(await room.lookOut()).toBe(0);
    expect(await waits()).toEqual([]);
    expect(await room.lookOut()).toBe(1);
    expect(await mails(1)).toHaveLength(1);
    expect(await waits()).toHaveLength(1);
  });

  it('of a webshop that has ended are nobody to look after', async () => {
    const key = await entered();
    const endsOn = dayOf(clock.now());
    const { status } = await tenant.staff.put(`/v1/webshops/${webshop.id}/ending`, { endsOn });
    expect(status).toBe(200);
    daysBefore(key, 30);
    await room.lookOut();
    expect(await waits()).toEqual([]);
    expect(await room.lookOut()).toBe(0);
  });

  it('are warned of again when the pair goes back into use', async () => {
    const key = await entered();
    daysBefore(key, 30);
    await room.lookOut();
    await room.putState(tenant, key.id, 'draining');
    await room.lookOut();
    expect(await waits()).toEqual([]);
    await room.putState(tenant, key.id, 'active');
    expect(await room.lookOut()).toBe(1);
    expect(await waits()).toMatchObject([{ kind: 'key-expiry' }]);
  });
});
