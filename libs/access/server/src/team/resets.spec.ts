import type { OneTimeLink, ResetLook } from '@toonbank/access/contract';
import { systemScope } from '@toonbank/platform/db';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccessRoom, password, tokenIn } from '../access.testing';

let room: AccessRoom;
beforeAll(async () => (room = await AccessRoom.open()));
afterAll(() => room.test.close());

const fresh = 'battery staple horse';

async function agency(role: AgencyRole = 'owner', agencyId: Id = newId()) {
  const { email } = await room.staff(role, agencyId);
  return { agencyId, email, browser: await room.signedIn(email) };
}

async function idOf(browser: TestCaller, email: string, query = ''): Promise<Id> {
  const { body } = await browser.get<{ items: { email: string; loginId: Id }[] }>(
    `/v1/members${query}`,
  );
  return body.items.find((member) => member.email === email)!.loginId;
}

async function resetLink(browser: TestCaller, id: Id) {
  return browser.post<OneTimeLink & { code: string }>(`/v1/members/${id}/reset-link`);
}

function use(token: string, word = fresh) {
  return room.browser().post<{ code: string }>('/v1/reset', { token, password: word });
}

it('gives who lost their password a new one, once, ends their sessions and unlocks them', async () => {
  const { agencyId, browser } = await agency();
  const lost = await agency('developer', agencyId);
  for (let i = 0; i < 10; i += 1) await room.browser().signIn(lost.email, 'wrong horse battery');
  expect((await room.browser().signIn(lost.email, password)).status).toBe(401);

  const made = await resetLink(browser, await idOf(browser, lost.email));
  expect(made.status).toBe(201);
  expect(made.body.url).toMatch(/^http:\/\/localhost:4200\/reset#[\w-]{43}$/);
  const token = tokenIn(made.body.url);
  const look = await room.browser().post<ResetLook>('/v1/reset/look', { token });
  expect(look.body).toEqual({ email: lost.email, expiresAt: made.body.expiresAt });

  expect(await use(token, 'password1234')).toMatchObject({
    status: 422,
    body: { path: 'password' },
  });
  expect((await use(token)).status).toBe(204);
  expect((await lost.browser.get('/v1/session')).status).toBe(401);
  expect((await room.browser().signIn(lost.email, fresh)).status).toBe(201);
  expect(await use(token)).toMatchObject({ status: 409, body: { code: 'link-used' } });
  const { body } = await browser.get<{ items: { act: string }[] }>('/v1/audit');
  expect(body.items.map(({ act }) => act)).toContain('password.reset');
});

it('reaches the people of merchants too, and is not for merchants to make', async () => {
  const { agencyId, browser } = await agency('admin');
  const { merchantId, email } = await room.merchantOwner(agencyId);
  const id = await idOf(browser, email, `?merchantId=${merchantId}`);
  expect((await resetLink(await room.signedIn(email), id)).status).toBe(403);
  expect((await resetLink(browser, id)).status).toBe(201);
});

it('ends the link before, and runs out after 24 hours', async () => {
  const { agencyId, browser, email } = await agency();
  const lost = await agency('viewer', agencyId);
  const id = await idOf(browser, lost.email);
  const [first, second] = [await resetLink(browser, id), await resetLink(browser, id)];
  expect(await use(tokenIn(first.body.url))).toMatchObject({ body: { code: 'link-used' } });
  room.clock.advance({ hours: 24 });
  expect(await use(tokenIn(second.body.url))).toMatchObject({ body: { code: 'link-late' } });
  expect((await room.browser().signIn(lost.email, password)).status).toBe(201);
  expect((await room.browser().signIn(email, password)).status).toBe(201);
});

it('lets one of two win who use it at the same moment', async () => {
  const { agencyId, browser } = await agency();
  const lost = await agency('viewer', agencyId);
  const { body } = await resetLink(browser, await idOf(browser, lost.email));
  const token = tokenIn(body.url);
  const answers = await Promise.all([use(token), use(token, 'staple horse battery')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
});

it('is refused for somebody who belongs elsewhere too, whatever order that happens in', async () => {
  const ours = await agency();
  const { email } = await agency('viewer', ours.agencyId);
  const id = await idOf(ours.browser, email);
  const { body } = await resetLink(ours.browser, id);

  const elsewhere = systemScope(newId(), 'test');
  await room.people.addAgencyMember(elsewhere, { email, role: 'owner' });
  expect(await use(tokenIn(body.url))).toMatchObject({
    status: 409,
    body: { code: 'belongs-elsewhere' },
  });
  expect(await resetLink(ours.browser, id)).toMatchObject({
    status: 409,
    body: { code: 'belongs-elsewhere' },
  });
  expect((await room.browser().signIn(email, password)).status).toBe(201);
});

it('does not let an admin reset an owner, nor a stranger anybody', async () => {
  const owner = await agency();
  const admin = await agency('admin', owner.agencyId);
  const id = await idOf(owner.browser, owner.email);
  expect(await resetLink(admin.browser, id)).toMatchObject({ body: { code: 'owners-only' } });
  const stranger = await agency();
  expect((await resetLink(stranger.browser, id)).status).toBe(404);
});

it('dies with the rights of who made it', async () => {
  const owner = await agency();
  const admin = await agency('admin', owner.agencyId);
  const lost = await agency('viewer', owner.agencyId);
  const lostId = await idOf(owner.browser, lost.email);
  const made = await resetLink(admin.browser, lostId);
  // The viewer became an owner since: an admin's link must not open that.
  await owner.browser.patch(`/v1/members/${lostId}`, { role: 'owner' });
  expect(await use(tokenIn(made.body.url))).toMatchObject({ body: { code: 'link-withdrawn' } });
});

it('ends with a password that was chosen in another way', async () => {
  const { agencyId, browser } = await agency();
  const lost = await agency('viewer', agencyId);
  const made = await resetLink(browser, await idOf(browser, lost.email));
  const change = { current: password, password: fresh };
  expect((await lost.browser.put('/v1/session/password', change)).status).toBe(204);
  expect(await use(tokenIn(made.body.url))).toMatchObject({ body: { code: 'link-used' } });
});
