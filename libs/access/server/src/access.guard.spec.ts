import { apiKeyForm, type ApiKeyPage, type IssuedApiKey } from '@toonbank/access/contract';
import { Door, systemScope } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AccessRoom, webshops } from './access.testing';
import { ApiKeys } from './api-keys';
import { isApiKey, newApiKey } from './api-key-text';

let room: AccessRoom;
beforeAll(async () => (room = await AccessRoom.open()));
afterAll(() => room.test.close());

function webshopOf(agencyId: Id): Id {
  const webshopId = newId();
  webshops.set(webshopId, { agencyId, merchantId: newId() });
  return webshopId;
}

async function shop(environment: 'sandbox' | 'production' = 'sandbox') {
  const { agencyId, email } = await room.staff('developer');
  const webshopId = webshopOf(agencyId);
  const keys = room.app.get(ApiKeys);
  const issued = await keys.issue(systemScope(agencyId, 'test'), { webshopId, environment });
  return { agencyId, email, webshopId, issued, caller: TestCaller.shop(room.app, issued.key) };
}

describe('the guard', () => {
  it('answers nobody with 401, and an open route without asking', async () => {
    const nobody = new TestCaller(room.app);
    expect((await nobody.get('/v1/probe/scope')).status).toBe(401);
    const open = await nobody.get('/v1/probe/public');
    expect(open).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  });

  it('refuses everybody at a route that does not say who may call it', async () => {
    const { email } = await room.staff('owner');
    expect((await (await room.signedIn(email)).get('/v1/probe/forgotten')).status).toBe(403);
    expect((await new TestCaller(room.app).get('/v1/probe/forgotten')).status).toBe(403);
  });

  it('answers 403 to who is known but lacks the right', async () => {
    const { agencyId, email } = await room.staff('viewer');
    const path = `/v1/webshops/${webshopOf(agencyId)}/environments/sandbox/api-keys`;
    expect((await (await room.signedIn(email)).post(path)).status).toBe(403);
    const { caller, webshopId } = await shop();
    const own = `/v1/webshops/${webshopId}/environments/sandbox/api-keys`;
    expect((await caller.post(own)).status).toBe(403);
  });

  it('refuses a made-up session and a session together with an API key', async () => {
    const browser = room.browser();
    browser.cookies.set('__Host-tb', 'x'.repeat(43));
    expect((await browser.get('/v1/session')).status).toBe(401);

    const { caller, email } = await shop();
    const both = await room.signedIn(email);
    const [name, token] = [...both.cookies][0]!;
    caller.cookies.set(name, token);
    expect(await caller.get('/v1/probe/scope')).toMatchObject({
      status: 400,
      body: { code: 'two-credentials' },
    });
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', 'x-toonbank': '1' }],
    ['a sister host', { 'sec-fetch-site': 'same-site', 'x-toonbank': '1' }],
    [
      'another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', 'x-toonbank': '1', origin: 'http://localhost:4200' },
    ],
    ['a form (no header of ours)', { 'sec-fetch-site': 'same-origin' }],
    ['an old browser elsewhere', { origin: 'https://evil.test', 'x-toonbank': '1' }],
    ['a browser that says nothing', { 'x-toonbank': '1' }],
  ])('refuses a change that comes from %s', async (_, headers: Record<string, string>) => {
    const { email } = await room.staff('owner');
    const victim = await room.signedIn(email);
    const attacker = new TestCaller(room.app, headers);
    expect((await attacker.signIn(email, 'x')).status).toBe(403);
    for (const [name, token] of victim.cookies) attacker.cookies.set(name, token);
    expect((await attacker.delete('/v1/session')).status).toBe(403);
    expect((await victim.get('/v1/session')).status).toBe(200);
  });

  it('takes a change from a page of ours in a browser that sends Origin only', async () => {
    const { email } = await room.staff('owner');
    const headers = { origin: 'http://localhost:4200', 'x-toonbank': '1' };
    const old = new TestCaller(room.app, headers);
    for (const [name, token] of (await room.signedIn(email)).cookies) old.cookies.set(name, token);
    expect((await old.delete('/v1/session')).status).toBe(204);
  });
});

describe('an API key', () => {
  it('acts in its webshop and environment, and is told once', async () => {
    const { agencyId, email } = await room.staff('developer');
    const webshopId = webshopOf(agencyId);
    const person = await room.signedIn(email);
    const path = `/v1/webshops/${webshopId}/environments/production/api-keys`;

    const issued = await person.post<IssuedApiKey>(path);
    expect(issued.status).toBe(201);
    expect(issued.body.key).toMatch(apiKeyForm);
    expect(issued.body.key.startsWith(issued.body.prefix)).toBe(true);

    const caller = TestCaller.shop(room.app, issued.body.key);
    expect((await caller.get('/v1/probe/scope')).body).toEqual({
      agencyId,
      merchantId: webshops.get(webshopId)?.merchantId,
      place: { webshopId, environment: 'production' },
      actor: { kind: 'api-key', id: issued.body.id },
    });
    const list = await person.get<ApiKeyPage>(path);
    expect(list.body.items).toMatchObject([
      { id: issued.body.id, lastUsedAt: '2026-11-24T10:00:00.000Z', revokedAt: null },
    ]);
    expect(JSON.stringify(list.body)).not.toContain(issued.body.key);
  });

  it('finds no other webshop and no other environment', async () => {
    const mine = await shop('sandbox');
    const theirs = await shop('sandbox');
    expect((await mine.caller.get(`/v1/probe/webshops/${mine.webshopId}`)).status).toBe(200);
    expect((await mine.caller.get(`/v1/probe/webshops/${theirs.webshopId}`)).status).toBe(404);
    const place = `/v1/probe/webshops/${mine.webshopId}`;
    expect((await mine.caller.get(`${place}/sandbox`)).status).toBe(200);
    expect((await mine.caller.get(`${place}/production`)).status).toBe(404);
  });

  it('is refused by its checksum before anything is looked up', async () => {
    const { issued } = await shop();
    const at = 12;
    const other = issued.key[at] === 'a' ? 'b' : 'a';
    const typo = issued.key.slice(0, at) + other + issued.key.slice(at + 1);
    const looked = vi.spyOn(room.app.get(Door), 'rows');
    for (const key of [typo, issued.key.replace('test', 'live'), 'tb_test_short', 'x']) {
      expect((await TestCaller.shop(room.app, key).get('/v1/probe/scope')).status).toBe(401);
    }
    expect(looked).not.toHaveBeenCalled();

    const unknown = TestCaller.shop(room.app, newApiKey('sandbox'));
    expect((await unknown.get('/v1/probe/scope')).status).toBe(401);
    expect(looked).toHaveBeenCalledTimes(1);
    looked.mockRestore();
  });

  it('opens nothing once it is revoked, and can be revoked twice', async () => {
    const { caller, email, issued } = await shop();
    const person = await room.signedIn(email);
    const stranger = await room.signedIn((await room.staff('owner')).email);

    expect((await stranger.delete(`/v1/api-keys/${issued.id}`)).status).toBe(404);
    expect((await caller.get('/v1/probe/scope')).status).toBe(200);

    expect((await person.delete(`/v1/api-keys/${issued.id}`)).status).toBe(204);
    expect((await caller.get('/v1/probe/scope')).status).toBe(401);
    expect((await person.delete(`/v1/api-keys/${issued.id}`)).status).toBe(204);
    expect((await person.delete('/v1/api-keys/nonsense')).status).toBe(404);
  });

  it("is not issued for a stranger's webshop", async () => {
    const { webshopId } = await shop();
    const stranger = await room.signedIn((await room.staff('owner')).email);
    const path = `/v1/webshops/${webshopId}/environments/sandbox/api-keys`;
    expect((await stranger.post(path)).status).toBe(404);
    expect((await stranger.get(path)).status).toBe(404);
    const elsewhere = path.replace('sandbox', 'acceptance');
    expect((await stranger.post(elsewhere)).status).toBe(404);
  });

  it('is listed page by page, newest first, by cursors that nobody can change', async () => {
    const { agencyId, email, webshopId } = await shop();
    const keys = room.app.get(ApiKeys);
    const place = { webshopId, environment: 'sandbox' } as const;
    for (let i = 0; i < 2; i += 1) await keys.issue(systemScope(agencyId, 'test'), place);
    const person = await room.signedIn(email);
    const path = `/v1/webshops/${webshopId}/environments/sandbox/api-keys?limit=2`;

    const first = await person.get<ApiKeyPage>(path);
    const second = await person.get<ApiKeyPage>(`${path}&after=${first.body.next}`);
    const ids = [...first.body.items, ...second.body.items].map((key) => key.id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(ids).toHaveLength(3);
    expect(second.body.next).toBeNull();

    expect((await person.get(`${path}&after=x${first.body.next}`)).status).toBe(422);
    expect((await person.get(`${path}&page=2`)).status).toBe(422);
  });

  it('has a text that says where it belongs', () => {
    expect(newApiKey('production')).toMatch(/^tb_live_/);
    expect(newApiKey('sandbox')).toMatch(/^tb_test_/);
    expect(isApiKey(newApiKey('sandbox'))).toBe(true);
  });
});
