import type { AuditPage } from '@toonbank/audit/contract';
import type { MerchantPage } from '@toonbank/merchant/contract';
import { Work } from '@toonbank/platform/db';
import { type Id, type ProblemDocument } from '@toonbank/primitives';
import {
  type PointOfSale,
  plugIns,
  type ShopDetail,
  type WebshopDetail,
  type WebshopEnvironment,
  type WebshopPage,
} from '@toonbank/shop/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ShopRoom, type Tenant } from './shop.testing';
import { Webshops } from './webshops';

let room: ShopRoom;
beforeAll(async () => (room = await ShopRoom.open()));
afterAll(() => room.test.close());

const hostsOf = async ({ staff }: Tenant, query: string) =>
  (await staff.get<WebshopPage>(`/v1/webshops?${query}`)).body.items.map(({ host }) => host);

const acts = async ({ staff }: Tenant) =>
  (await staff.get<AuditPage>('/v1/audit')).body.items.map(({ act, detail }) => [act, detail]);

/** As the room above does when it takes keys into use. */
async function proveKeys({ scope }: Tenant, webshopId: Id): Promise<void> {
  const place = { webshopId, environment: 'production' } as const;
  const at = new Date('2026-11-24T10:00:00.000Z');
  await room.test.app
    .get(Work)
    .run(scope, (tx) => room.test.app.get(Webshops).keysProven(tx, place, at));
}

it('lists webshops by URL, page by page, each with its merchant and how far it is', async () => {
  const tenant = await room.tenant();
  for (const host of ['kaas.example', 'brood.example', 'appel.example']) {
    await room.webshop(tenant, `https://${host}/nl`);
  }
  const first = await tenant.staff.get<WebshopPage>('/v1/webshops?limit=2');
  expect(first.body.items).toMatchObject([
    { host: 'appel.example', merchantName: 'Bakker', environments: [{}, {}] },
    { host: 'brood.example', merchantName: 'Bakker' },
  ]);
  expect(await hostsOf(tenant, `limit=2&after=${first.body.next}`)).toEqual(['kaas.example']);
});

it('finds webshops by a part of the URL in any case, and by poiId', async () => {
  const tenant = await room.tenant();
  const kaas = await room.webshop(tenant, 'https://demo-kaas.example/Winkel');
  await room.webshop(tenant, 'https://brood.example');
  await tenant.staff.put(`/v1/webshops/${kaas.webshop.id}/environments/sandbox`, { poiId: '4711' });
  for (const search of ['kaas', 'KAAS', 'example/winkel', '4711']) {
    expect(await hostsOf(tenant, `search=${search}`), search).toEqual(['demo-kaas.example']);
  }
  for (const search of ['471', '%25', '_aas']) {
    expect(await hostsOf(tenant, `search=${search}`), search).toEqual([]);
  }
  expect((await tenant.staff.get('/v1/webshops?search=%00')).status).toBe(422);
});

it('tells which webshops are ready to sell, per environment', async () => {
  const tenant = await room.tenant();
  const ready = await room.webshop(tenant, 'https://klaar.example');
  await room.webshop(tenant, 'https://nieuw.example');
  await proveKeys(tenant, ready.webshop.id);
  expect(await hostsOf(tenant, 'readiness=ready')).toEqual([]);
  const place = `/v1/webshops/${ready.webshop.id}/environments/production`;
  await tenant.staff.put(place, { poiId: '4242' });
  expect(await hostsOf(tenant, 'readiness=ready')).toEqual(['klaar.example']);
  expect(await hostsOf(tenant, 'readiness=not-ready')).toEqual(['nieuw.example']);
  expect(await hostsOf(tenant, 'readiness=ready&environment=sandbox')).toEqual([]);
});

it('narrows to a merchant, a shop, a point of sale', async () => {
  const tenant = await room.tenant();
  const one = await room.webshop(tenant, 'https://een.example');
  await room.webshop(tenant, 'https://twee.example');
  expect(await hostsOf(tenant, `merchantId=${tenant.merchantId}`)).toHaveLength(2);
  expect(await hostsOf(tenant, `shopId=${one.shop.id}`)).toEqual(['een.example']);
  expect(await hostsOf(tenant, `pointOfSaleId=${one.pointOfSale.id}`)).toEqual(['een.example']);
  const stranger = await room.tenant();
  expect(await hostsOf(stranger, `shopId=${one.shop.id}`)).toEqual([]);
});

it('counts shops and webshops per merchant, also of those who have none', async () => {
  const tenant = await room.tenant();
  await room.webshop(tenant, 'https://een.example');
  await room.webshop(tenant, 'https://twee.example');
  const empty = await room.merchant(tenant.scope);
  const { body } = await tenant.staff.get<MerchantPage>('/v1/merchants');
  const counts = body.items.map(({ id, shopCount, webshopCount }) => [id, shopCount, webshopCount]);
  expect(counts).toEqual([
    [tenant.merchantId, 2, 2],
    [empty, 0, 0],
  ]);
});

it('names everything around a webshop in one answer, and follows a rename', async () => {
  const tenant = await room.tenant('owner');
  const { shop, pointOfSale, webshop } = await room.webshop(tenant);
  const { staff } = tenant;
  const counter = `/v1/points-of-sale/${pointOfSale.id}`;
  expect((await staff.patch<ShopDetail>(`/v1/shops/${shop.id}`, { name: 'Kaas' })).body).toEqual({
    ...shop,
    name: 'Kaas',
    merchantName: 'Bakker',
  });
  expect((await staff.patch<PointOfSale>(counter, { name: 'Kaas Online' })).status).toBe(200);
  expect((await staff.patch<PointOfSale>(counter, { name: 'Kaas Online' })).body).toEqual({
    ...pointOfSale,
    name: 'Kaas Online',
  });
  const { body } = await staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  expect(body).toMatchObject({
    merchantName: 'Bakker',
    shopId: shop.id,
    shopName: 'Kaas',
    pointOfSaleName: 'Kaas Online',
  });
  // The second time nothing changed, so nothing is written down.
  expect((await acts(tenant)).slice(0, 2)).toEqual([
    ['point-of-sale.renamed', { from: 'Online', to: 'Kaas Online' }],
    ['shop.renamed', { from: 'Bakker', to: 'Kaas' }],
  ]);
});

it('changes the URL and the software of a webshop, one without the other', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  const path = `/v1/webshops/${webshop.id}`;
  const change = async (body: object) => (await tenant.staff.patch<WebshopDetail>(path, body)).body;

  const plugIn = { kind: 'plug-in', name: 'WordPress + WooCommerce' };
  expect((await change({ software: plugIn })).software).toEqual(plugIn);
  const moved = await change({ url: 'https://Nieuw.example/nl' });
  expect(moved).toMatchObject({ url: 'https://nieuw.example/nl', software: plugIn });
  expect((await change({ software: { kind: 'own-build' } })).software).toEqual({
    kind: 'own-build',
  });
  const other = { kind: 'other', name: 'Shopware' };
  expect((await change({ software: other })).software).toEqual(other);
  expect((await change({ software: null })).software).toBeNull();
  expect((await change({})).host).toBe('nieuw.example');
  expect((await acts(tenant))[3]).toEqual([
    'webshop.changed',
    { fields: 'url', from: 'https://bakker.example/', to: 'https://nieuw.example/nl' },
  ]);
  for (const body of [
    { software: { kind: 'plug-in', name: 'Nonsense' } },
    { software: { kind: 'own-build', name: 'x' } },
    { software: { kind: 'other' } },
    { url: 'nonsense' },
    { host: 'x' },
  ]) {
    expect((await tenant.staff.patch(path, body)).status, JSON.stringify(body)).toBe(422);
  }
  expect(plugIns).toHaveLength(18);
});

it('keeps what a person said is done at the bank, who and when, in the order of the bank', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  const at = (step: string) =>
    `/v1/webshops/${webshop.id}/environments/production/bank-steps/${step}`;
  const set = (step: string, done: boolean) =>
    tenant.staff.put<WebshopEnvironment & ProblemDocument>(at(step), { done });

  expect((await set('signed', true)).body.code).toBe('bank-step-order');
  const added = await set('added', true);
  expect(added.body.added).toEqual({ at: expect.any(String), by: expect.stringContaining('@') });
  // Said again, at the same time too: the first one stays.
  const again = await Promise.all([set('added', true), set('added', true)]);
  expect(again.map(({ body }) => body.added)).toEqual([added.body.added, added.body.added]);
  expect((await set('signed', true)).body.signed).not.toBeNull();
  const taken = await set('added', false);
  expect(taken.body).toMatchObject({ added: null, signed: null });

  const { body } = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  expect(body.environments[0]).toMatchObject({ environment: 'sandbox', added: null });
  expect((await acts(tenant)).slice(0, 3)).toEqual([
    ['webshop.bank-step-undone', { environment: 'production', step: 'added' }],
    ['webshop.bank-step-done', { environment: 'production', step: 'signed' }],
    ['webshop.bank-step-done', { environment: 'production', step: 'added' }],
  ]);
  expect((await tenant.staff.put(at('nonsense'), { done: true })).status).toBe(404);
  expect((await tenant.staff.put(at('added'), {})).status).toBe(422);
});

it('lets strangers, merchants and shops change nothing', async () => {
  const tenant = await room.tenant();
  const { shop, pointOfSale, webshop } = await room.webshop(tenant);
  const person = await room.personOf(tenant.scope, tenant.merchantId);
  const { staff: stranger } = await room.tenant();
  const changes: [string, object][] = [
    [`/v1/shops/${shop.id}`, { name: 'Mine' }],
    [`/v1/points-of-sale/${pointOfSale.id}`, { name: 'Mine' }],
    [`/v1/webshops/${webshop.id}`, { url: 'https://mine.example' }],
  ];
  for (const [path, body] of changes) {
    expect((await stranger.patch(path, body)).status, path).toBe(404);
    expect((await person.patch(path, body)).status, path).toBe(403);
  }
  expect((await stranger.get(`/v1/shops/${shop.id}`)).status).toBe(404);
  expect((await person.get<ShopDetail>(`/v1/shops/${shop.id}`)).body.merchantName).toBe('Bakker');
  const step = `/v1/webshops/${webshop.id}/environments/sandbox/bank-steps/added`;
  expect((await stranger.put(step, { done: true })).status).toBe(404);
});
