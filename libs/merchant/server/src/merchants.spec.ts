import type { Session } from '@toonbank/access/contract';
import { People } from '@toonbank/access/server';
import type { Agency } from '@toonbank/agency/contract';
import type { AuditPage } from '@toonbank/audit/contract';
import type { Merchant, MerchantPage } from '@toonbank/merchant/contract';
import { systemScope } from '@toonbank/platform/db';
import { type AgencyRole, newId, type ProblemDocument } from '@toonbank/primitives';
import { type TestApp, TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MerchantRoom } from './merchants.testing';

let room: MerchantRoom;
let test: TestApp;
beforeAll(async () => {
  room = await MerchantRoom.open();
  ({ test } = room);
});
afterAll(() => test.close());

const agency = (role?: AgencyRole) => room.agency(role);

it('brings in a merchant, changes it, and writes both down', async () => {
  const { id, staff } = await agency();
  const made = await staff.post<Merchant>('/v1/merchants', {
    name: '  Bakker Bartels ',
    kvkNumber: '12345678',
  });
  expect(made).toMatchObject({
    status: 201,
    body: { name: 'Bakker Bartels', kvkNumber: '12345678' },
  });

  const path = `/v1/merchants/${made.body.id}`;
  const changed = await staff.patch<Merchant>(path, { name: 'Bakkerij Bartels' });
  expect(changed.body).toEqual({ ...made.body, name: 'Bakkerij Bartels' });
  expect((await staff.patch<Merchant>(path, { kvkNumber: null })).body.kvkNumber).toBeNull();
  expect((await staff.patch<Merchant>(path, {})).body.name).toBe('Bakkerij Bartels');
  expect((await staff.get<Merchant>(path)).body.name).toBe('Bakkerij Bartels');

  const { body } = await staff.get<AuditPage>(`/v1/audit?merchantId=${made.body.id}`);
  expect(body.items.map(({ act, actor, detail }) => [act, actor.kind, detail])).toEqual([
    ['merchant.changed', 'person', { fields: 'kvkNumber' }],
    ['merchant.changed', 'person', { fields: 'name' }],
    ['merchant.created', 'person', {}],
  ]);
  expect((await staff.get<Agency>('/v1/agency')).body).toMatchObject({
    id,
    name: 'Bureau Noord',
    webhookUrl: expect.stringMatching(/\/in\/[\w-]{32}$/),
  });
});

it('lists merchants by name, page by page, and finds them by a part of the name', async () => {
  const { staff } = await agency();
  const names = [
    'Zeeman',
    'Élan Vital',
    'elan noord',
    'Bakker',
    'Bakker',
    'Ökonoom',
    '🧁 Cupcakes',
  ];
  for (const name of names) await staff.post('/v1/merchants', { name });

  const found: string[] = [];
  let path: string | undefined = '/v1/merchants?limit=2';
  while (path) {
    const { body }: { body: MerchantPage } = await staff.get<MerchantPage>(path);
    found.push(...body.items.map((merchant) => merchant.name));
    path = body.next === null ? undefined : `/v1/merchants?limit=2&after=${body.next}`;
  }
  expect(found).toEqual([
    ...['Bakker', 'Bakker', 'elan noord', 'Élan Vital', 'Ökonoom', 'Zeeman', '🧁 Cupcakes'],
  ]);

  const search = async (text: string) =>
    (
      await staff.get<MerchantPage>(`/v1/merchants?search=${encodeURIComponent(text)}`)
    ).body.items.map((merchant) => merchant.name);
  expect(await search('ÉLAN')).toEqual(['elan noord', 'Élan Vital']);
  expect(await search('elan v')).toEqual(['Élan Vital']);
  expect(await search('vital')).toEqual(['Élan Vital']);
  expect(await search('%')).toEqual([]);
});

it('shows a merchant itself, its agency without the address, and its own log', async () => {
  const { scope, staff } = await agency();
  const mine = (await staff.post<Merchant>('/v1/merchants', { name: 'Bakker' })).body;
  const other = (await staff.post<Merchant>('/v1/merchants', { name: 'Slager' })).body;
  const person = await room.merchantPerson(scope, mine.id);

  expect((await person.get<Session>('/v1/session')).body.memberships).toMatchObject([
    { merchantId: mine.id, name: 'Bakker' },
  ]);
  expect((await person.get<MerchantPage>('/v1/merchants')).body.items).toEqual([
    { ...mine, shopCount: 0, webshopCount: 0 },
  ]);
  expect((await person.get(`/v1/merchants/${mine.id}`)).body).toEqual(mine);
  expect((await person.get(`/v1/merchants/${other.id}`)).status).toBe(404);
  expect((await person.post('/v1/merchants', { name: 'x' })).status).toBe(403);
  expect((await person.patch(`/v1/merchants/${mine.id}`, { name: 'x' })).status).toBe(403);
  expect((await person.get<Agency>('/v1/agency')).body.webhookUrl).toBeNull();

  const log = JSON.stringify((await person.get('/v1/audit')).body);
  expect(log).toContain(mine.id);
  expect(log).not.toContain(other.id);
});

it("answers another agency's merchant with 404, and changes nothing", async () => {
  const { staff } = await agency();
  const merchant = (await staff.post<Merchant>('/v1/merchants', { name: 'Bakker' })).body;
  const path = `/v1/merchants/${merchant.id}`;
  const { staff: stranger } = await agency();

  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.patch(path, { name: 'Mine now' })).status).toBe(404);
  expect((await stranger.get<MerchantPage>('/v1/merchants')).body.items).toEqual([]);
  expect((await staff.get(path)).body).toEqual(merchant);
});

it('refuses what is not a merchant, naming the field', async () => {
  const { staff } = await agency();
  const wrong: [object, string][] = [
    [{}, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 'two\nlines' }, 'name'],
    [{ name: 'nul\u0000' }, 'name'],
    [{ name: 'Bakker', kvkNumber: '1234567' }, 'kvkNumber'],
  ];
  for (const [body, path] of wrong) {
    expect(await staff.post<ProblemDocument>('/v1/merchants', body)).toMatchObject({
      status: 422,
      body: { code: 'invalid', path },
    });
  }
  expect((await staff.post('/v1/merchants', { name: 'B', agencyId: newId() })).status).toBe(422);
  expect((await staff.get('/v1/merchants?search=%00')).status).toBe(422);
  expect((await staff.get('/v1/merchants/nonsense')).status).toBe(404);
});

it('lets owners and admins bring in merchants, and nobody else', async () => {
  for (const [role, status] of [
    ['admin', 201],
    ['developer', 403],
    ['viewer', 403],
  ] as const) {
    const { staff } = await agency(role);
    expect((await staff.post('/v1/merchants', { name: 'Bakker' })).status).toBe(status);
  }
});

it('makes up a password for a new person, and leaves an existing login its own', async () => {
  const { id } = await agency();
  const people = test.app.get(People);
  const email = `${newId()}@agency.test`;
  const scope = systemScope(id, 'test');
  const made = await people.addAgencyMember(scope, { email, role: 'viewer' });
  const browser = TestCaller.browser(test.app);
  expect((await browser.signIn(email, made.password!)).status).toBe(201);

  const { id: second } = await agency();
  const again = { email, password: 'another good password', role: 'owner' } as const;
  const known = await people.addAgencyMember(systemScope(second, 'test'), again);
  expect(known).toEqual({ loginId: made.loginId, password: null });
  expect((await browser.signIn(email, again.password)).status).toBe(401);
  await expect(people.addAgencyMember(scope, again)).rejects.toMatchObject({ status: 409 });
  for (const weak of ['short', '1qaz2wsx3edc', 'aaaaaaaaaaaaaaaa', 'bartbartbartbart']) {
    const member = { email: 'bart@agency.test', password: weak, role: 'owner' } as const;
    await expect(people.addAgencyMember(scope, member)).rejects.toMatchObject({ code: 'password' });
  }
});
