import type { MemberPage } from '@toonbank/access/contract';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessRoom } from '../access.testing';

let room: AccessRoom;
beforeAll(async () => (room = await AccessRoom.open()));
afterAll(() => room.test.close());

/** Somebody of the agency, signed in, who knows their own login's id. */
async function person(role: AgencyRole, agencyId: Id = newId()) {
  const { email } = await room.staff(role, agencyId);
  const browser = await room.signedIn(email);
  return { agencyId, email, browser };
}

async function members(browser: TestCaller, query = '') {
  return (await browser.get<MemberPage>(`/v1/members${query}`)).body.items;
}

async function idOf(browser: TestCaller, email: string, query = ''): Promise<Id> {
  return (await members(browser, query)).find((member) => member.email === email)!.loginId;
}

it('lists who works at the agency, since when, and when they were last here', async () => {
  const { agencyId, browser, email } = await person('owner');
  const { email: viewer } = await room.staff('viewer', agencyId);
  await room.merchantOwner(agencyId);

  const at = room.clock.now().toISOString();
  expect(await members(browser)).toMatchObject([
    { email, role: 'owner', addedAt: at, lastSeenAt: at, isYou: true },
    { email: viewer, role: 'viewer', addedAt: at, lastSeenAt: null, isYou: false },
  ]);
  const first = await browser.get<MemberPage>('/v1/members?limit=1');
  const second = await browser.get<MemberPage>(`/v1/members?limit=1&after=${first.body.next}`);
  expect([...first.body.items, ...second.body.items].map((m) => m.email)).toEqual([email, viewer]);
  expect(second.body.next).toBeNull();
});

it('lists the people of a merchant to the agency and to its own owner, and to no other merchant', async () => {
  const { agencyId, browser } = await person('admin');
  const bakery = await room.merchantOwner(agencyId);
  const butcher = await room.merchantOwner(agencyId);
  const query = `?merchantId=${bakery.merchantId}`;
  expect(await members(browser, query)).toMatchObject([{ email: bakery.email, role: 'owner' }]);

  const own = await room.signedIn(bakery.email);
  expect(await members(own)).toMatchObject([{ email: bakery.email, isYou: true }]);
  const other = await room.signedIn(butcher.email);
  expect((await other.get(`/v1/members${query}`)).status).toBe(404);
  expect(await members(other)).toMatchObject([{ email: butcher.email }]);

  const stranger = await person('owner');
  expect((await stranger.browser.get(`/v1/members${query}`)).status).toBe(404);
});

it('changes a role, and takes somebody out, at their next request', async () => {
  const { agencyId, browser } = await person('owner');
  const other = await person('viewer', agencyId);
  const id = await idOf(browser, other.email);

  const change = { role: 'developer' };
  expect((await browser.patch(`/v1/members/${id}`, change)).status).toBe(204);
  expect((await browser.patch(`/v1/members/${id}`, change)).status).toBe(204);
  const rights = async () => (await other.browser.get<{ rights: string[] }>('/v1/session')).body;
  expect((await rights()).rights).toContain('keys:write');

  expect((await browser.delete(`/v1/members/${id}`)).status).toBe(204);
  expect((await rights()).rights).toEqual(['session:own']);
  expect((await other.browser.get('/v1/probe/scope')).status).toBe(409);
  expect((await browser.delete(`/v1/members/${id}`)).status).toBe(404);

  const { body } = await browser.get<{ items: { act: string }[] }>('/v1/audit?act=member');
  expect(body.items.map(({ act }) => act).slice(0, 2)).toEqual([
    'member.removed',
    'member.role-changed',
  ]);
});

it('leaves owners to owners', async () => {
  const owner = await person('owner');
  const admin = await person('admin', owner.agencyId);
  const viewer = await person('viewer', owner.agencyId);
  const ids = {
    owner: await idOf(owner.browser, owner.email),
    viewer: await idOf(owner.browser, viewer.email),
  };
  const refused = { status: 403, body: { code: 'owners-only' } };
  const { browser } = admin;
  expect(await browser.delete(`/v1/members/${ids.owner}`)).toMatchObject(refused);
  expect(await browser.patch(`/v1/members/${ids.owner}`, { role: 'viewer' })).toMatchObject(
    refused,
  );
  expect(await browser.patch(`/v1/members/${ids.viewer}`, { role: 'owner' })).toMatchObject(
    refused,
  );
  const invite = { email: 'new@owner.test', role: 'owner' };
  expect(await browser.post('/v1/invitations', invite)).toMatchObject(refused);

  expect((await browser.patch(`/v1/members/${ids.viewer}`, { role: 'admin' })).status).toBe(204);
  expect((await viewer.browser.delete(`/v1/members/${ids.owner}`)).status).toBe(403);
  expect((await members(owner.browser)).map(({ role }) => role)).toEqual([
    'owner',
    'admin',
    'admin',
  ]);
});

describe('the last owner', () => {
  it('can be neither removed nor demoted', async () => {
    const { browser, email } = await person('owner');
    const id = await idOf(browser, email);
    const kept = { status: 409, body: { code: 'last-owner' } };
    expect(await browser.delete(`/v1/members/${id}`)).toMatchObject(kept);
    expect(await browser.patch(`/v1/members/${id}`, { role: 'admin' })).toMatchObject(kept);
    expect((await browser.patch(`/v1/members/${id}`, { role: 'owner' })).status).toBe(204);
  });

  it('stays when two owners remove each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await person('owner');
      const two = await person('owner', one.agencyId);
      const [first, second] = [
        await idOf(one.browser, one.email),
        await idOf(one.browser, two.email),
      ];
      const answers = await Promise.all([
        one.browser.delete(`/v1/members/${second}`),
        two.browser.patch(`/v1/members/${first}`, { role: 'viewer' }),
      ]);
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses[0]).toBe(204);
      expect([403, 409]).toContain(statuses[1]);
    }
  });

  it('of a merchant is kept from its own people; the agency can shut anybody out', async () => {
    const { agencyId, browser } = await person('admin');
    const { merchantId, email } = await room.merchantOwner(agencyId);
    const own = await room.signedIn(email);
    const id = await idOf(own, email);
    expect(await own.delete(`/v1/members/${id}`)).toMatchObject({ body: { code: 'last-owner' } });
    expect((await browser.delete(`/v1/members/${id}`)).status).toBe(404);
    expect((await browser.delete(`/v1/members/${id}?merchantId=${merchantId}`)).status).toBe(204);
    expect((await own.get('/v1/probe/scope')).status).toBe(409);
  });
});

it('knows two roles for a merchant, and leaves its viewers out', async () => {
  const { agencyId, merchantId, email } = await room.merchantOwner();
  const own = await room.signedIn(email);
  const id = await idOf(own, email);
  expect(await own.patch(`/v1/members/${id}`, { role: 'admin' })).toMatchObject({
    status: 422,
    body: { code: 'role', path: 'role' },
  });
  const scope = { agencyId, actor: { kind: 'system', name: 'test' } } as const;
  const viewer = { email: `${newId()}@merchant.test`, password: 'correct horse battery' };
  await room.people.addMerchantMember(scope, merchantId, { ...viewer, role: 'viewer' });
  expect((await (await room.signedIn(viewer.email)).get('/v1/members')).status).toBe(403);
});
