import type {
  InvitationLook,
  InvitationPage,
  MadeInvitation,
  Session,
} from '@toonbank/access/contract';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessRoom, password, tokenIn } from '../access.testing';

let room: AccessRoom;
beforeAll(async () => (room = await AccessRoom.open()));
afterAll(() => room.test.close());

async function agency(role: AgencyRole = 'owner', agencyId: Id = newId()) {
  const { email } = await room.staff(role, agencyId);
  return { agencyId, email, browser: await room.signedIn(email) };
}

async function invite(browser: TestCaller, change: object = {}) {
  const wish = { email: `${newId()}@new.test`, role: 'developer', ...change };
  const { status, body } = await browser.post<MadeInvitation>('/v1/invitations', wish);
  expect(status).toBe(201);
  return { ...body, token: tokenIn(body.url) };
}

const chosen = 'battery staple horse';

function accept(token: string, word = chosen, browser = room.browser()) {
  return browser.post<Session & { code: string }>('/v1/invitations/accept', {
    token,
    password: word,
  });
}

it('lets a new person in, with a password of their own, once', async () => {
  const { agencyId, browser } = await agency();
  const made = await invite(browser, { email: 'Ines@New.test' });
  expect(made.url).toMatch(/^http:\/\/localhost:4200\/welcome#[\w-]{43}$/);
  expect(Date.parse(made.expiresAt) - Date.parse(made.createdAt)).toBe(48 * 3_600_000);

  const visitor = room.browser();
  const look = await visitor.post<InvitationLook>('/v1/invitations/look', { token: made.token });
  expect(look).toMatchObject({ status: 200 });
  expect(look.body).toEqual({
    ...{ name: 'Bureau', isMerchant: false, email: 'ines@new.test', role: 'developer' },
    ...{ hasLogin: false, expiresAt: made.expiresAt },
  });
  const { status, body } = await accept(made.token, chosen, visitor);
  expect(status).toBe(201);
  expect(body).toMatchObject({ email: 'ines@new.test', chosen: { agencyId, merchantId: null } });
  expect((await visitor.get('/v1/probe/scope')).status).toBe(200);
  expect((await room.browser().signIn('ines@new.test', chosen)).status).toBe(201);

  expect(await accept(made.token)).toMatchObject({ status: 409, body: { code: 'link-used' } });
  const again = await visitor.post('/v1/invitations/look', { token: made.token });
  expect(again).toMatchObject({ status: 409, body: { code: 'link-used' } });
});

it('asks who has a login already for its password, and opens the new place', async () => {
  const there = await agency('viewer');
  const { agencyId, browser } = await agency();
  const { token } = await invite(browser, { email: there.email });
  const look = await room.browser().post<InvitationLook>('/v1/invitations/look', { token });
  expect(look.body.hasLogin).toBe(true);

  const wrong = { status: 422, body: { code: 'wrong-password', path: 'password' } };
  expect(await accept(token, chosen)).toMatchObject(wrong);
  const { body } = await accept(token, password);
  expect(body.memberships).toHaveLength(2);
  expect(body.chosen).toEqual({ agencyId, merchantId: null });
  expect((await room.browser().signIn(there.email, password)).status).toBe(201);
});

it('puts a person of a merchant inside that merchant, in one of its two roles', async () => {
  const { agencyId, browser } = await agency('admin');
  const { merchantId, email } = await room.merchantOwner(agencyId);
  const owner = await room.signedIn(email);
  for (const inviter of [browser, owner]) {
    const { token } = await invite(inviter, { merchantId, role: 'viewer' });
    const { body } = await accept(token);
    expect(body.chosen).toEqual({ agencyId, merchantId });
  }
  const wish = { email: 'a@b.test', role: 'developer', merchantId };
  expect(await browser.post('/v1/invitations', wish)).toMatchObject({
    status: 422,
    body: { path: 'role' },
  });
  const elsewhere = { ...wish, role: 'viewer', merchantId: newId() };
  for (const inviter of [browser, owner]) {
    expect((await inviter.post('/v1/invitations', elsewhere)).status).toBe(404);
  }
});

describe('a link', () => {
  it('opens nothing when it is late, withdrawn or made up, and nothing has changed', async () => {
    const { browser } = await agency();
    const [late, withdrawn] = [await invite(browser), await invite(browser)];
    const path = `/v1/invitations/${withdrawn.id}`;
    expect((await browser.delete(path)).status).toBe(204);
    expect((await browser.delete(path)).status).toBe(204);
    const stranger = await agency();
    expect((await stranger.browser.delete(path)).status).toBe(404);

    expect(await accept(withdrawn.token)).toMatchObject({
      status: 409,
      body: { code: 'link-withdrawn' },
    });
    room.clock.advance({ hours: 48 });
    expect(await accept(late.token)).toMatchObject({ status: 409, body: { code: 'link-late' } });
    expect(await accept('x'.repeat(43))).toMatchObject({
      status: 404,
      body: { code: 'link-unknown' },
    });
    for (const { email } of [late, withdrawn]) {
      expect((await room.browser().signIn(email, chosen)).status).toBe(401);
    }
  });

  it('stays open after a weak password, and refuses it at its field', async () => {
    const { token } = await invite((await agency()).browser);
    expect(await accept(token, 'short')).toMatchObject({ status: 422, body: { path: 'password' } });
    expect((await accept(token)).status).toBe(201);
  });

  it('lets one of two in who use it at the same moment', async () => {
    const { browser } = await agency();
    const { token } = await invite(browser);
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { body } = await browser.get<{ items: object[] }>('/v1/members');
    expect(body.items).toHaveLength(2);
  });

  it('is worth what its maker may do when it is used', async () => {
    const owner = await agency();
    const admin = await agency('admin', owner.agencyId);
    const { token } = await invite(admin.browser);
    const { body } = await owner.browser.get<{ items: { email: string; loginId: Id }[] }>(
      '/v1/members',
    );
    const { loginId } = body.items.find((member) => member.email === admin.email)!;
    await owner.browser.delete(`/v1/members/${loginId}`);
    expect(await accept(token)).toMatchObject({ body: { code: 'link-withdrawn' } });
  });

  it('is kept as a hash only, and stands in no list', async () => {
    const { browser } = await agency();
    const made = await invite(browser);
    const { body } = await browser.get<InvitationPage>('/v1/invitations');
    const { id, email, role, merchantId, createdAt, expiresAt, token } = made;
    expect(body.items).toEqual([{ id, email, role, merchantId, createdAt, expiresAt, mail: null }]);
    expect(JSON.stringify(body)).not.toContain(token);
    const audit = await browser.get('/v1/audit');
    expect(JSON.stringify(audit.body)).not.toContain(token);
  });
});

it('keeps one open invitation a person, and makes room once it has run out or was withdrawn', async () => {
  const { browser, email } = await agency();
  const first = await invite(browser);
  const wish = { email: first.email, role: 'viewer' };
  expect(await browser.post('/v1/invitations', wish)).toMatchObject({
    status: 409,
    body: { code: 'already-invited', path: 'email' },
  });
  expect(await browser.post('/v1/invitations', { email, role: 'viewer' })).toMatchObject({
    status: 409,
    body: { code: 'already-member', path: 'email' },
  });
  room.clock.advance({ hours: 49 });
  const again = await room.signedIn(email);
  const second = await invite(again, wish);
  await again.delete(`/v1/invitations/${second.id}`);
  const third = await invite(again, wish);
  const { body } = await again.get<InvitationPage>('/v1/invitations');
  expect(body.items.map(({ id }) => id)).toEqual([third.id]);
});

it('is shown to who may write members of that place only', async () => {
  const { agencyId, browser } = await agency();
  const bakery = await room.merchantOwner(agencyId);
  const butcher = await room.merchantOwner(agencyId);
  await invite(browser);
  const inner = await invite(browser, { merchantId: bakery.merchantId, role: 'owner' });
  const listOf = async (caller: TestCaller, query = '') =>
    (await caller.get<InvitationPage>(`/v1/invitations${query}`)).body.items?.map(({ id }) => id);
  expect(await listOf(browser, `?merchantId=${bakery.merchantId}`)).toEqual([inner.id]);
  expect(await listOf(await room.signedIn(bakery.email))).toEqual([inner.id]);
  const other = await room.signedIn(butcher.email);
  expect(await listOf(other)).toEqual([]);
  expect((await other.delete(`/v1/invitations/${inner.id}`)).status).toBe(404);
  const viewer = await agency('viewer', agencyId);
  expect((await viewer.browser.get('/v1/invitations')).status).toBe(403);
});

it('is looked at and accepted from our own pages only', async () => {
  const { token } = await invite((await agency()).browser);
  const elsewhere = room.browser().with({ 'sec-fetch-site': 'cross-site' });
  for (const door of ['look', 'accept']) {
    const body = { token, ...(door === 'accept' ? { password: chosen } : {}) };
    expect((await elsewhere.post(`/v1/invitations/${door}`, body)).status).toBe(403);
  }
});

// The last one here: it uses up what this network may try.
it('slows down who guesses links', async () => {
  const statuses = [];
  for (let i = 0; i < 101; i += 1) {
    const guess = { token: `${newId()}-guess` };
    statuses.push((await room.browser().post('/v1/invitations/look', guess)).status);
  }
  expect(statuses[0]).toBe(404);
  expect(statuses.at(-1)).toBe(429);
});
