import type { AuditPage } from '@toonbank/audit/contract';
import { PlaceResolver } from '@toonbank/access/server';
import { Work } from '@toonbank/platform/db';
import type { Id, ProblemDocument } from '@toonbank/primitives';
import type { WebshopDetail, WebshopPage } from '@toonbank/shop/contract';
import { TestClock, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ShopRoom, type Tenant } from './shop.testing';

/** Noon on Wednesday 25 November, in the Netherlands. */
const start = new Date('2026-11-25T11:00:00.000Z');
const clock = new TestClock(start);
let room: ShopRoom;
beforeAll(async () => (room = await ShopRoom.open(clock)));
beforeEach(() => clock.advance({ ms: start.getTime() - clock.millis() }));
afterAll(() => room.test.close());

type Answered = WebshopDetail & ProblemDocument;
const ending = (id: Id) => `/v1/webshops/${id}/ending`;
const end = ({ staff }: Pick<Tenant, 'staff'>, id: Id, endsOn: string, reason?: string) =>
  staff.put<Answered>(ending(id), { endsOn, ...(reason && { reason }) });

it('ends at the midnight after the last day, as it is in the Netherlands', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  expect(webshop.ending).toBeNull();
  const { body } = await end(tenant, webshop.id, '2026-11-30', 'Stopt');
  expect(body.ending).toEqual({
    ...{ endsOn: '2026-11-30', endsAt: '2026-11-30T23:00:00.000Z', ended: false, reason: 'Stopt' },
    set: { at: '2026-11-25T11:00:00.000Z', by: expect.stringContaining('@agency.test') },
  });
  clock.advance({ ms: Date.parse('2026-11-30T22:59:59.999Z') - clock.millis() });
  const staff = await room.staff(tenant.scope, 'viewer');
  const ended = async () => {
    const one = await staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
    const [listed] = (await staff.get<WebshopPage>('/v1/webshops')).body.items;
    expect(listed!.ending).toEqual(one.body.ending);
    return one.body.ending!.ended;
  };
  expect(await ended()).toBe(false);
  clock.advance({ ms: 1 });
  expect(await ended()).toBe(true);
});

it.each([
  ['the day on which summer time begins', '2027-03-28', '2027-03-28T22:00:00.000Z'],
  ['the day on which summer time ends', '2027-10-31', '2027-10-31T23:00:00.000Z'],
  ['today', '2026-11-25', '2026-11-25T23:00:00.000Z'],
  ['a leap day', '2028-02-29', '2028-02-29T23:00:00.000Z'],
])('takes %s as the last day', async (_what, day, endsAt) => {
  const tenant = await room.tenant('admin');
  const { webshop } = await room.webshop(tenant);
  expect((await end(tenant, webshop.id, day)).body.ending).toMatchObject({ endsOn: day, endsAt });
});

it('is moved and undone until then; the same again changes nothing', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  const first = await end(tenant, webshop.id, '2026-11-30');
  expect((await end(tenant, webshop.id, '2026-11-30')).body).toEqual(first.body);
  await end(tenant, webshop.id, '2026-12-31');
  const undo = () => tenant.staff.delete<WebshopDetail>(ending(webshop.id));
  expect(await undo()).toMatchObject({ status: 200, body: { ending: null } });
  expect(await undo()).toMatchObject({ status: 200, body: { ending: null } });
  const { body } = await tenant.staff.get<AuditPage>('/v1/audit');
  expect(body.items.slice(0, 4).map(({ act, detail }) => [act, detail])).toEqual([
    ['webshop.ending-undone', { from: '2026-12-31' }],
    ['webshop.ending-set', { from: '2026-11-30', to: '2026-12-31' }],
    ['webshop.ending-set', { from: null, to: '2026-11-30' }],
    ['webshop.created', {}],
  ]);
});

describe('at the bank', () => {
  const waits = async ({ scope }: Tenant) =>
    (await waitsOf(room.test.app, scope)).map(({ kind, on, dueAt, facts }) => {
      return [kind, on, facts['does'], dueAt];
    });
  const say = ({ staff }: Tenant, id: Id, endsOn: string | null) =>
    staff.put<Answered>(`${ending(id)}/at-bank`, { endsOn });

  it('is a task until a person says that it has the same day', async () => {
    const tenant = await room.tenant('owner');
    const { webshop } = await room.webshop(tenant);
    expect(await waits(tenant)).toEqual([]);
    const set = await end(tenant, webshop.id, '2026-11-30');
    expect(set.body.endingAtBank).toEqual({
      ...{ endsOn: null, said: null, toDo: 'end', mayTakeBack: false },
    });
    const midnight = '2026-11-30T23:00:00.000Z';
    expect(await waits(tenant)).toEqual([['webshop-ending', 'merchant', 'end', midnight]]);
    const done = await say(tenant, webshop.id, '2026-11-30');
    expect(done.body.endingAtBank).toEqual({
      ...{ endsOn: '2026-11-30', toDo: null, mayTakeBack: true },
      said: { at: '2026-11-25T11:00:00.000Z', by: expect.stringContaining('@agency.test') },
    });
    expect(await waits(tenant)).toEqual([]);
    expect((await say(tenant, webshop.id, '2026-11-30')).body).toEqual(done.body);
    await end(tenant, webshop.id, '2026-12-31');
    expect(await waits(tenant)).toEqual([['webshop-ending', 'merchant', 'move', midnight]]);
    await tenant.staff.delete(ending(webshop.id));
    expect(await waits(tenant)).toEqual([['webshop-ending', 'merchant', 'undo', midnight]]);
    expect((await say(tenant, webshop.id, null)).body.endingAtBank).toMatchObject({ toDo: null });
    expect(await waits(tenant)).toEqual([]);
    const { body } = await tenant.staff.get<AuditPage>('/v1/audit?act=webshop.ending-at-bank');
    expect(body.items.map(({ detail }) => detail)).toEqual([
      { from: '2026-11-30', to: null },
      { from: null, to: '2026-11-30' },
    ]);
  });

  it('is told by mistake: the last word is taken back, once, and the task is there again', async () => {
    const tenant = await room.tenant('owner');
    const { webshop } = await room.webshop(tenant);
    const takeBack = async () =>
      (await tenant.staff.delete<Answered>(`${ending(webshop.id)}/at-bank`)).body.endingAtBank;
    await end(tenant, webshop.id, '2026-11-30');
    expect(await takeBack()).toMatchObject({ endsOn: null, toDo: 'end' });
    const first = (await say(tenant, webshop.id, '2026-11-30')).body.endingAtBank;
    expect(await takeBack()).toEqual({
      ...{ endsOn: null, said: null, toDo: 'end', mayTakeBack: false },
    });
    const midnight = '2026-11-30T23:00:00.000Z';
    expect(await waits(tenant)).toEqual([['webshop-ending', 'merchant', 'end', midnight]]);

    await say(tenant, webshop.id, '2026-11-30');
    await tenant.staff.delete(ending(webshop.id));
    await say(tenant, webshop.id, null);
    const back = { ...first, toDo: 'undo', mayTakeBack: false };
    expect(await Promise.all([takeBack(), takeBack()])).toEqual([back, back]);
    expect(await waits(tenant)).toEqual([['webshop-ending', 'merchant', 'undo', midnight]]);
    const log = await tenant.staff.get<AuditPage>('/v1/audit?act=webshop.ending-at-bank-undone');
    expect(log.body.items.map(({ detail }) => detail)).toEqual([
      { from: null, to: '2026-11-30' },
      { from: '2026-11-30', to: null },
    ]);
  });

  it('needs nothing when it is undone before anybody told it', async () => {
    const tenant = await room.tenant('owner');
    const { webshop } = await room.webshop(tenant);
    await end(tenant, webshop.id, '2026-11-30');
    await tenant.staff.delete(ending(webshop.id));
    expect(await waits(tenant)).toEqual([]);
  });

  it('may be told late, and only of the day that stands here', async () => {
    const tenant = await room.tenant('owner');
    const { webshop } = await room.webshop(tenant);
    await end(tenant, webshop.id, '2026-11-25');
    const other = await say(tenant, webshop.id, '2026-11-26');
    expect([other.status, other.body.code]).toEqual([409, 'ending-moved']);
    expect(await waits(tenant)).toHaveLength(1);
    clock.advance({ hours: 12 });
    const owner = { ...tenant, staff: await room.staff(tenant.scope, 'owner') };
    expect((await say(owner, webshop.id, '2026-11-25')).status).toBe(200);
    expect(await waits(tenant)).toEqual([]);
    const support = { ...tenant, staff: await room.staff(tenant.scope, 'support') };
    expect((await say(support, webshop.id, '2026-11-25')).status).toBe(403);
  });
});

it('takes one of two who set it at once after the other, and writes down both', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  const days = ['2026-11-30', '2026-12-31'];
  const answers = await Promise.all(days.map((day) => end(tenant, webshop.id, day)));
  expect(answers.map(({ body }) => body.ending?.endsOn)).toEqual(days);
  const { body } = await tenant.staff.get<AuditPage>('/v1/audit');
  const [last, before] = body.items;
  expect(last!.detail['from']).toBe(before!.detail['to']);
  const now = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  expect(now.body.ending!.endsOn).toBe(last!.detail['to']);
});

it('stays ended: not moved, not undone, no other URL, no new keys', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  await end(tenant, webshop.id, '2026-11-25');
  clock.advance({ hours: 12 });
  const owner = await room.staff(tenant.scope, 'owner');
  const change = { url: 'https://nieuw.example' };
  const refusals = [
    await end({ staff: owner }, webshop.id, '2026-12-31'),
    await owner.delete<ProblemDocument>(ending(webshop.id)),
    await owner.patch<ProblemDocument>(`/v1/webshops/${webshop.id}`, change),
  ];
  for (const { status, body } of refusals) {
    expect([status, body.code]).toEqual([409, 'webshop-ended']);
  }
  const { app } = room.test;
  const mustWork = app.get(Work).read(tenant.scope, (tx) => {
    return app.get(PlaceResolver).mustWork(tx, webshop.id);
  });
  await expect(mustWork).rejects.toMatchObject({ code: 'webshop-ended' });
  const seen = await owner.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  expect(seen.body).toMatchObject({ url: webshop.url, ending: { endsOn: '2026-11-25' } });
});

it('takes no day that is past, too far or none, and says so at the field', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  for (const day of ['2026-11-24', '1900-01-01', '2036-11-26', '9999-12-31']) {
    const { status, body } = await end(tenant, webshop.id, day);
    expect([status, body.code, body.path], day).toEqual([422, 'ending-day', 'endsOn']);
  }
  for (const day of ['2026-02-30', '30-11-2026', '', 'morgen']) {
    expect((await end(tenant, webshop.id, day)).status, day).toBe(422);
  }
  const seen = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  expect(seen.body.ending).toBeNull();
});

it('may be set by owners and admins, and by a merchant for its own only', async () => {
  const tenant = await room.tenant();
  const { webshop } = await room.webshop(tenant);
  const roles = ['owner', 'admin', 'developer', 'support', 'finance', 'viewer'] as const;
  for (const role of roles) {
    const staff = await room.staff(tenant.scope, role);
    const { status } = await end({ staff }, webshop.id, '2026-11-30');
    expect(status, role).toBe(role === 'owner' || role === 'admin' ? 200 : 403);
  }
  const own = await room.personOf(tenant.scope, tenant.merchantId);
  expect((await end({ staff: own }, webshop.id, '2026-12-01')).status).toBe(200);
  const other = await room.personOf(tenant.scope, await room.merchant(tenant.scope));
  const stranger = (await room.tenant('owner')).staff;
  for (const staff of [other, stranger]) {
    expect((await end({ staff }, webshop.id, '2026-11-30')).status).toBe(404);
    expect((await staff.delete(ending(webshop.id))).status).toBe(404);
  }
});
