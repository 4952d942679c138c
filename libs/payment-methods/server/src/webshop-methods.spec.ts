import { BankBrands } from '@toonbank/bank-client/server';
import type { WebshopMethods } from '@toonbank/payment-methods/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import { WebshopEndings } from '@toonbank/shop/server';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActiveBrands } from './active-brands';
import { BrandsSweep } from './brands-sweep';
import { codeOf, MethodsRoom, type Stall } from './payment-methods.testing';

let room: MethodsRoom;
let scope: Scope;
let staff: TestCaller;
let stall: Stall;

beforeAll(async () => {
  room = await MethodsRoom.open();
  scope = await room.agency();
});

beforeEach(async () => {
  await room.bank.behave();
  staff = await room.staff(scope, 'admin');
  stall = await room.stall(scope);
  await room.look();
});

afterAll(() => room.close());

const want = (brand: string, wish: string | null, { path }: Stall = stall) =>
  staff.put<WebshopMethods>(`${path}/${brand}`, { wish });
async function later(hours: number): Promise<void> {
  room.clock.advance({ hours });
  staff = await room.staff(scope, 'admin');
}

describe('a webshop', () => {
  it('has what it wants beside what the bank says, and tells how old a difference is', async () => {
    await room.bank.setBrands(stall.bank, { BANCONTACT: 'Inactive', NIEUW: 'Active' });
    await want('BANCONTACT', 'on');
    await want('PAYPAL', 'off');
    expect((await room.method(staff, stall, 'BANCONTACT')).method.drift).toBeNull();
    await later(5);
    expect(await room.look()).toBeGreaterThan(0);
    const { method, toldAt } = await room.method(staff, stall, 'BANCONTACT');
    expect(toldAt).toBe(room.clock.now().toISOString());
    expect(method).toMatchObject({
      ...{ wish: 'on', wishBy: expect.stringContaining('admin'), actual: 'Inactive' },
      drift: { kind: 'missing', since: room.clock.now().toISOString() },
    });
    const paypal = (await room.method(staff, stall, 'PAYPAL')).method;
    expect(paypal).toMatchObject({ lane: 'paypal', drift: { kind: 'unwanted' } });
    // A brand that nobody here has heard of is told as the bank tells it.
    expect((await room.method(staff, stall, 'NIEUW')).method).toMatchObject({ actual: 'Active' });
    await room.bank.setBrands(stall.bank, { BANCONTACT: 'Active' });
    await later(5);
    await room.look();
    expect((await room.method(staff, stall, 'BANCONTACT')).method.drift).toBeNull();
  });

  it('is asked about once in hours, by one worker, however often people look', async () => {
    const first = await room.method(staff, stall, 'IDEAL');
    expect(first.nextAt).toBe(new Date(room.clock.millis() + 4 * 3_600_000).toISOString());
    expect(await room.look()).toBe(0);
    await later(5);
    const rounds = [room.make(BrandsSweep).round(), room.make(BrandsSweep).round()];
    const asked = await Promise.all(rounds);
    const all = (await room.method(staff, stall, 'IDEAL')).toldAt;
    expect(all).toBe(room.clock.now().toISOString());
    expect(asked[0]! + asked[1]!).toBeGreaterThan(0);
    expect(await room.look()).toBe(0);
  });

  it('can be looked at soon, when somebody asks for it, but not every moment', async () => {
    const look = () => staff.post<WebshopMethods>(`${stall.path}/check`, {});
    const at = (ms: number) => new Date(room.clock.millis() + ms).toISOString();
    expect((await look()).body.nextAt).toBe(at(20_000));
    await later(0.05);
    const { status, body } = await look();
    expect([status, body.nextAt! <= at(0)]).toEqual([202, true]);
    expect(await room.look()).toBe(1);
  });

  it('is looked at again when somebody asks for it while the bank still answers', async () => {
    const { of } = BankBrands.prototype;
    const moments: number[] = [];
    const asking = vi.spyOn(BankBrands.prototype, 'of').mockImplementation(async function (
      this: BankBrands,
      here,
    ) {
      const answer = await of.call(this, here);
      if (!stall.path.includes(here.place.webshopId)) return answer;
      if (moments.push(room.clock.millis()) === 1) await staff.post(`${stall.path}/check`, {});
      return answer;
    });
    await later(5);
    await room.look();
    asking.mockRestore();
    expect(moments).toEqual([room.clock.millis(), room.clock.millis()]);
  });

  it('keeps what it knew when the bank says nothing, with the trouble, and asks again', async () => {
    await later(5);
    await room.bank.misbehave({ call: 'brands', kind: 'status', value: 503, times: 50 });
    await room.look();
    const silent = await room.method(staff, stall, 'IDEAL');
    expect(silent).toMatchObject({ trouble: 'no-answer', method: { actual: 'Active' } });
    expect(silent.nextAt).toBe(new Date(room.clock.millis() + 5 * 60_000).toISOString());
    expect(silent.toldAt).not.toBe(silent.askedAt);
    await room.bank.behave();
    await later(0.1);
    await room.look();
    expect((await room.method(staff, stall, 'IDEAL')).trouble).toBeNull();
  });

  it('forgets the word of a brand that the bank does not name any more, and says since when', async () => {
    const rows = await room.method(staff, stall, 'NIEUW');
    expect(rows.method).toBeUndefined();
    await want('BILLINK', 'on');
    const { method } = await room.method(staff, stall, 'BILLINK');
    expect(method.drift).toMatchObject({ kind: 'missing' });
  });

  it('wants the same again without a new moment, and nothing when the wish is taken away', async () => {
    const first = (await want('IDEAL', 'on')).body;
    const at = first.items.find(({ brand }) => brand === 'IDEAL')!.wishAt;
    await later(1);
    const again = (await want('IDEAL', 'on')).body;
    expect(again.items.find(({ brand }) => brand === 'IDEAL')).toMatchObject({ wishAt: at });
    const none = (await want('IDEAL', null)).body;
    expect(none.items.find(({ brand }) => brand === 'IDEAL')).toMatchObject({ wish: null });
  });

  it('takes no wish and no look once it has ended, and is asked about no more', async () => {
    const ended = await room.stall(scope);
    const endings = room.test.app.get(WebshopEndings);
    await endings.set(scope, ended.scope.place.webshopId, { endsOn: '2026-12-31' });
    await later(24 * 60);
    expect(codeOf(await want('IDEAL', 'on', ended))).toEqual([409, 'webshop-ended']);
    expect(codeOf(await staff.post(`${ended.path}/check`, {}))).toEqual([409, 'webshop-ended']);
    await room.look();
    expect(await room.method(staff, ended, 'IDEAL')).toMatchObject({ askedAt: null, nextAt: null });
  });

  it('without keys can not be looked at, and says so', async () => {
    const other = stall.path.replace('production', 'sandbox');
    expect(codeOf(await staff.post(`${other}/check`, {}))).toEqual([409, 'method-no-keys']);
    expect((await staff.get<WebshopMethods>(other)).body).toMatchObject({ hasKeys: false });
  });

  it('is nothing to strangers, and wants nothing by who may not', async () => {
    const stranger = await room.staff(await room.agency(), 'owner');
    expect((await stranger.get(stall.path)).status).toBe(404);
    expect((await stranger.put(`${stall.path}/IDEAL`, { wish: 'on' })).status).toBe(404);
    const developer = await room.staff(scope, 'developer');
    const refused = await developer.put(`${stall.path}/IDEAL`, { wish: 'on' });
    expect(codeOf(refused)).toEqual([403, 'no-right']);
    expect(codeOf(await staff.put(`${stall.path}/ideal`, { wish: 'on' }))[0]).toBe(404);
  });
});

describe('a brand that an order forces', () => {
  const force = (brand: string) => {
    const { app } = room.test;
    const brands = app.get(ActiveBrands, { strict: false });
    const { place } = stall.scope;
    return app.get(Work).read(stall.scope, (tx) => brands.mustBeActive(tx, place, brand));
  };
  const notActive = { code: 'payment-brand-not-active', status: 409 };

  it('is refused when it is known not to be active, and passes when it is', async () => {
    await expect(force('IDEAL')).resolves.toBeUndefined();
    await expect(force('BILLINK')).rejects.toMatchObject(notActive);
    await expect(force('NEVER_HEARD_OF')).rejects.toMatchObject(notActive);
  });

  it('is active as CARDS as long as one brand of cards is', async () => {
    const off = { VISA: 'Inactive', MASTERCARD: 'Inactive', V_PAY: 'Inactive' };
    await room.bank.setBrands(stall.bank, off);
    await later(5);
    await room.look();
    await expect(force('CARDS')).resolves.toBeUndefined();
    await room.bank.setBrands(stall.bank, { MAESTRO: 'Inactive' });
    await later(5);
    await room.look();
    await expect(force('CARDS')).rejects.toMatchObject(notActive);
  });

  it('passes when what is known is too old: the bank decides then', async () => {
    await later(25);
    await expect(force('BILLINK')).resolves.toBeUndefined();
  });
});
