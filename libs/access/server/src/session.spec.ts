import type { Session } from '@toonbank/access/contract';
import { Door, systemScope, Work } from '@toonbank/platform/db';
import type { ProblemDocument } from '@toonbank/primitives';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccessRoom, password } from './access.testing';

const tokenName = '__Host-tb';

let room: AccessRoom;
beforeAll(async () => (room = await AccessRoom.open()));
afterAll(() => room.test.close());

it('signs a person in, and says who they are and what they may do', async () => {
  const { agencyId, email } = await room.staff('developer');
  const browser = room.browser();

  const answer = await browser.signIn<Session>(email.toUpperCase(), password);

  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    email,
    memberships: [{ agencyId, merchantId: null, role: 'developer', name: 'Bureau' }],
    chosen: { agencyId, merchantId: null },
  });
  expect(answer.body.rights).toContain('keys:write');
  expect(answer.body.rights).not.toContain('merchants:write');
  expect((await browser.get('/v1/session')).body).toEqual(answer.body);
});

it('gives a cookie that no script, no other host and no plain connection gets to see', async () => {
  const { email } = await room.staff('viewer');
  const { headers } = await room.browser().signIn(email, password);
  const cookie = String(headers['set-cookie']);
  expect(cookie).toMatch(/^__Host-tb=[\w-]{43};/);
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
    expect(cookie).toContain(part);
  expect(cookie).not.toContain('Domain');
});

it('asks who belongs to two agencies to choose, with a new token and the other rights', async () => {
  const { agencyId: first, email } = await room.staff('owner');
  const { agencyId: second } = await room.staff('viewer');
  await room.people.addAgencyMember(systemScope(second, 'test'), { email, role: 'viewer' });
  const browser = await room.signedIn(email);

  expect((await browser.get<Session>('/v1/session')).body).toMatchObject({
    chosen: null,
    rights: ['session:own'],
  });
  expect(await browser.get('/v1/probe/scope')).toMatchObject({
    status: 409,
    body: { code: 'no-agency' },
  });

  const before = browser.cookies.get(tokenName);
  const chosen = await browser.put<Session>('/v1/session/agency', { agencyId: second });
  expect(chosen.status).toBe(200);
  expect(chosen.body.chosen).toEqual({ agencyId: second, merchantId: null });
  expect(chosen.body.rights).not.toContain('keys:write');
  expect((await browser.get('/v1/probe/scope')).body).toMatchObject({ agencyId: second });

  const after = browser.cookies.get(tokenName);
  expect(after).not.toBe(before);
  browser.cookies.set(tokenName, before!);
  expect((await browser.get('/v1/session')).status).toBe(401);

  browser.cookies.set(tokenName, after!);
  await browser.put('/v1/session/agency', { agencyId: first });
  expect((await browser.get('/v1/probe/scope')).body).toMatchObject({ agencyId: first });
});

it("does not let anybody choose an agency or a merchant that isn't theirs", async () => {
  const { agencyId, email } = await room.staff('owner');
  const stranger = await room.merchantOwner();
  const browser = await room.signedIn(email);
  const { agencyId: other, merchantId } = stranger;
  const choices = [{ agencyId: other }, { agencyId: other, merchantId }, { agencyId, merchantId }];
  for (const choice of choices) {
    expect((await browser.put('/v1/session/agency', choice)).status).toBe(404);
  }
  expect((await browser.get<Session>('/v1/session')).body.chosen?.agencyId).toBe(agencyId);
});

it('puts a person of a merchant inside that merchant', async () => {
  const { agencyId, merchantId, email } = await room.merchantOwner();
  const browser = await room.signedIn(email);
  const { body } = await browser.get<Session>('/v1/session');
  expect(body.chosen).toEqual({ agencyId, merchantId });
  expect(body.rights).not.toContain('webshops:write');
  expect((await browser.get('/v1/probe/scope')).body).toMatchObject({ agencyId, merchantId });
});

it('ends a session: its token opens nothing any more', async () => {
  const { email } = await room.staff('viewer');
  const browser = await room.signedIn(email);
  const token = browser.cookies.get(tokenName)!;

  const answer = await browser.delete('/v1/session');
  expect(answer.status).toBe(204);
  expect(browser.cookies.has(tokenName)).toBe(false);

  browser.cookies.set(tokenName, token);
  expect((await browser.get('/v1/session')).status).toBe(401);
});

it('ends the session before when the same browser signs in again', async () => {
  const { email } = await room.staff('viewer');
  const browser = await room.signedIn(email);
  const first = browser.cookies.get(tokenName)!;
  await browser.signIn(email, password);
  browser.cookies.set(tokenName, first);
  expect((await browser.get('/v1/session')).status).toBe(401);
});

it('lets a session rest after 15 minutes of nothing, and after 12 hours in any case', async () => {
  const { email } = await room.staff('viewer');
  const browser = await room.signedIn(email);
  room.clock.advance({ minutes: 14 });
  expect((await browser.get('/v1/session')).status).toBe(200);
  room.clock.advance({ minutes: 14 });
  expect((await browser.get('/v1/session')).status).toBe(200);
  room.clock.advance({ minutes: 16 });
  expect((await browser.get('/v1/session')).status).toBe(401);

  const busy = await room.signedIn(email);
  for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
    room.clock.advance({ minutes: 10 });
    expect((await busy.get('/v1/session')).status).toBe(200);
  }
  room.clock.advance({ minutes: 10 });
  expect((await busy.get('/v1/session')).status).toBe(401);
});

it('shuts somebody out at the next request when they are a member no more', async () => {
  const { email } = await room.staff('owner');
  const browser = await room.signedIn(email);
  expect((await browser.get('/v1/probe/scope')).status).toBe(200);

  const owner = new Client({ connectionString: room.test.database.url });
  await owner.connect();
  await owner.query(
    'delete from agency_member where login_id = (select id from login where email = $1)',
    [email],
  );
  await owner.end();

  expect((await browser.get('/v1/probe/scope')).status).toBe(409);
  expect((await browser.get<Session>('/v1/session')).body).toMatchObject({
    memberships: [],
    chosen: null,
    rights: ['session:own'],
  });
});

it('keeps hashes out of reach of everything but the door, and members out of reach of the door', async () => {
  const work = room.app.get(Work);
  for (const secret of ['password_hash from login', 'token_hash from session']) {
    const tried = work.directory((tx) => tx.sql(`select ${secret}`));
    await expect(tried).rejects.toThrow('permission denied');
  }
  const door = room.app.get(Door);
  await expect(door.rows('select role from agency_member')).rejects.toThrow('permission denied');
  await expect(door.rows('select prefix from api_key')).rejects.toThrow('permission denied');
});

it('writes down who signed in and out, where they belong', async () => {
  const { agencyId, email } = await room.staff('owner');
  const other = await room.staff('owner');
  const browser = await room.signedIn(email);
  await browser.delete('/v1/session');
  const again = await room.signedIn(email);

  const { body } = await again.get<{ items: { act: string; actor: { kind: string } }[] }>(
    '/v1/audit',
  );
  expect(body.items.map((entry) => entry.act)).toEqual([
    'session.started',
    'session.ended',
    'session.started',
    'member.added',
  ]);
  expect(body.items[0]?.actor.kind).toBe('person');

  const elsewhere = await (await room.signedIn(other.email)).get('/v1/audit');
  expect(JSON.stringify(elsewhere.body)).not.toContain(agencyId);
});

it('refuses what is not a sign-in with 422, 415 and 400', async () => {
  const browser = room.browser();
  const wrong = [
    { email: 'not an address', password },
    { email: 'a@b.test' },
    { email: 'a@b.test', password, remember: true },
    { email: 'a@b.test', password: 12 },
  ];
  for (const body of wrong) {
    expect((await browser.post<ProblemDocument>('/v1/session', body)).status).toBe(422);
  }
  const send = (type: string, payload: string) =>
    room.app.inject({
      method: 'POST',
      url: '/v1/session',
      headers: { 'sec-fetch-site': 'same-origin', 'x-toonbank': '1', 'content-type': type },
      payload,
    });
  const form = `email=a@b.test&password=${password}`;
  expect((await send('application/x-www-form-urlencoded', form)).statusCode).toBe(415);
  expect((await send('text/plain', '{"email":"a@b.test","password":"x"}')).statusCode).toBe(415);
  expect((await send('application/json', '{"email":')).statusCode).toBe(400);
});
