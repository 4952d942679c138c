import type { OwnSessions } from '@toonbank/access/contract';
import type { AgencyRole } from '@toonbank/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessRoom, password } from '../access.testing';
import { agentWords } from '../agent-words';

let room: AccessRoom;
beforeAll(async () => (room = await AccessRoom.open()));
afterAll(() => room.test.close());

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const fresh = 'battery staple horse';

async function person(role: AgencyRole = 'owner') {
  const { email } = await room.staff(role);
  return { email, browser: await room.signedIn(email) };
}

async function sessions(browser: Awaited<ReturnType<typeof room.signedIn>>) {
  return (await browser.get<OwnSessions>('/v1/sessions')).body.items;
}

describe('sessions', () => {
  it('are listed with where they are and which one asks', async () => {
    const { email, browser } = await person();
    const other = room.browser().with({ 'user-agent': firefox });
    await other.signIn(email, password);
    const at = room.clock.now().toISOString();
    const list = await sessions(other);
    expect(list).toHaveLength(2);
    expect(list.find(({ isThis }) => isThis)).toMatchObject({
      ...{ startedAt: at, lastSeenAt: at, browser: 'Firefox', system: 'Linux' },
    });
    expect((await sessions(browser)).filter(({ isThis }) => isThis)).toHaveLength(1);
  });

  it('are ended one by one, by who they belong to', async () => {
    const { email, browser } = await person();
    const other = await room.signedIn(email);
    const { id } = (await sessions(other)).find(({ isThis }) => isThis)!;
    const stranger = (await person()).browser;
    expect((await stranger.delete(`/v1/sessions/${id}`)).status).toBe(404);
    expect((await browser.delete(`/v1/sessions/${id}`)).status).toBe(204);
    expect((await browser.delete(`/v1/sessions/${id}`)).status).toBe(204);
    expect((await other.get('/v1/session')).status).toBe(401);
    expect(await sessions(browser)).toHaveLength(1);
  });

  it('all end but the one that asks', async () => {
    const { email, browser } = await person();
    const others = [await room.signedIn(email), await room.signedIn(email)];
    expect((await browser.delete('/v1/sessions')).status).toBe(204);
    for (const other of others) expect((await other.get('/v1/session')).status).toBe(401);
    expect(await sessions(browser)).toHaveLength(1);
  });

  it('keep when and where they began when another agency is chosen', async () => {
    const { agencyId, email } = await room.staff('owner');
    const browser = room.browser().with({ 'user-agent': firefox });
    await browser.signIn(email, password);
    const [before] = await sessions(browser);
    room.clock.advance({ minutes: 6 });
    await browser.put('/v1/session/agency', { agencyId });
    const [after] = await sessions(browser);
    expect(after).toMatchObject({ startedAt: before?.startedAt, browser: 'Firefox' });
    expect(after?.id).not.toBe(before?.id);
    // Choosing proves nothing: the password was typed 6 minutes ago.
    const invite = { email: 'x@y.test', role: 'viewer' };
    expect((await browser.post('/v1/invitations', invite)).status).toBe(403);
  });
});

describe('the own password', () => {
  it('is changed by who knows it, and ends the other sessions', async () => {
    const { email, browser } = await person();
    const other = await room.signedIn(email);
    const wrong = { current: 'wrong horse battery', password: fresh };
    expect(await browser.put('/v1/session/password', wrong)).toMatchObject({
      status: 422,
      body: { code: 'wrong-password', path: 'current' },
    });
    const weak = { current: password, password: 'password1234' };
    expect(await browser.put('/v1/session/password', weak)).toMatchObject({
      status: 422,
      body: { code: 'password', path: 'password' },
    });
    const change = { current: password, password: fresh };
    expect((await browser.put('/v1/session/password', change)).status).toBe(204);
    expect((await browser.get('/v1/session')).status).toBe(200);
    expect((await other.get('/v1/session')).status).toBe(401);
    expect((await room.browser().signIn(email, password)).status).toBe(401);
    expect((await room.browser().signIn(email, fresh)).status).toBe(201);
  });

  it('is changed by one of two at the same moment', async () => {
    const { email, browser } = await person();
    const other = await room.signedIn(email);
    const answers = await Promise.all([
      browser.put('/v1/session/password', { current: password, password: fresh }),
      other.put('/v1/session/password', { current: password, password: `${fresh} too` }),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(204);
    expect([401, 409, 422]).toContain(statuses[1]);
  });

  it('can be guessed no more often there than at the door', async () => {
    const { email, browser } = await person();
    const guess = { current: 'wrong horse battery', password: fresh };
    for (let i = 0; i < 10; i += 1) await browser.put('/v1/session/password', guess);
    const right = { current: password, password: fresh };
    expect((await browser.put('/v1/session/password', right)).status).toBe(422);
    for (let i = 0; i < 9; i += 1) await browser.put('/v1/session/password', guess);
    expect((await browser.put('/v1/session/password', guess)).status).toBe(429);
    expect((await room.browser().signIn(email, password)).status).toBe(429);
  });
});

describe('a fresh login', () => {
  const invite = { email: 'x@y.test', role: 'viewer' };

  it('is asked for 5 minutes after the password was typed, and given by typing it again', async () => {
    const { browser } = await person();
    room.clock.advance({ minutes: 5 });
    expect(await browser.post('/v1/invitations', invite)).toMatchObject({
      status: 403,
      body: { code: 'fresh-login' },
    });
    const wrong = await browser.post('/v1/session/proof', { password: 'wrong horse battery' });
    expect(wrong).toMatchObject({ status: 422, body: { path: 'password' } });
    expect((await browser.post('/v1/invitations', invite)).status).toBe(403);

    const proof = await browser.post('/v1/session/proof', { password });
    expect(proof).toMatchObject({
      status: 201,
      body: { freshUntil: new Date(room.clock.millis() + 5 * 60_000).toISOString() },
    });
    expect((await browser.post('/v1/invitations', invite)).status).toBe(201);
  });

  it('is no matter for reading, and none for who has not the right', async () => {
    const { browser } = await person();
    const viewer = await person('viewer');
    room.clock.advance({ minutes: 6 });
    expect((await browser.get('/v1/members')).status).toBe(200);
    expect(await viewer.browser.post('/v1/invitations', invite)).toMatchObject({
      body: { code: 'no-right' },
    });
  });
});

it.each([
  [firefox, 'Firefox', 'Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0',
    'Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
    'Chrome',
    'Android',
  ],
  ['curl/8.5.0', null, null],
  [undefined, null, null],
])('calls %s what it is', (text, browser, system) => {
  expect(agentWords(text)).toEqual({ browser, system });
});
