import type { IssuedApiKey } from '@toonbank/access/contract';
import type { AuditPage } from '@toonbank/audit/contract';
import { Door } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import {
  ListedWebshop,
  type PointOfSalePage,
  type ShopPage,
  type WebshopDetail,
  type WebshopEnvironment,
  type WebshopPage,
} from '@toonbank/shop/contract';
import { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ShopRoom } from './shop.testing';
import { Webshops } from './webshops';

let room: ShopRoom;
/** An environment in which nothing has been done. */
const fresh = { poiId: null, keysProvenAt: null, added: null, signed: null };

beforeAll(async () => (room = await ShopRoom.open()));
afterAll(() => room.test.close());

it('makes a shop, a point of sale and a webshop, whose virtual keys are told once', async () => {
  const tenant = await room.tenant();
  const { staff, merchantId } = tenant;
  const { shop, pointOfSale, webshop } = await room.webshop(tenant, 'HTTPS://Bakker.Example:443');

  const pair = (environment: string) => ({
    // Both environments stood already when the first pair was made, in the same transaction.
    signingKey: `${merchantId} ${webshop.id} ${environment} of 2`,
    refreshToken: `token ${merchantId} ${webshop.id} ${environment}`,
  });
  const { virtualKeys, ...detail } = webshop;
  expect(virtualKeys).toEqual({ sandbox: pair('sandbox'), production: pair('production') });
  expect(detail).toMatchObject({
    merchantId,
    pointOfSaleId: pointOfSale.id,
    url: 'https://bakker.example/',
    environments: [
      { environment: 'sandbox', ...fresh },
      { environment: 'production', ...fresh },
    ],
  });
  expect((await staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`)).body).toEqual(detail);

  const shops = await staff.get<ShopPage>(`/v1/shops?merchantId=${merchantId}`);
  const counts = { pointOfSaleCount: 1, webshopCount: 1 };
  expect(shops.body).toEqual({ items: [{ ...shop, ...counts }], next: null });
  const points = await staff.get<PointOfSalePage>(`/v1/shops/${shop.id}/points-of-sale`);
  expect(points.body).toEqual({ items: [pointOfSale], next: null });
  const listed = ListedWebshop.parse(detail);
  const webshops = await staff.get<WebshopPage>(`/v1/webshops?merchantId=${merchantId}`);
  expect(webshops.body).toEqual({ items: [listed], next: null });
});

it('writes down every act, under the merchant it is about', async () => {
  const tenant = await room.tenant('owner');
  const { webshop } = await room.webshop(tenant);
  const path = `/v1/webshops/${webshop.id}/environments/sandbox`;
  await tenant.staff.put(path, { poiId: '4242' });

  const log = await tenant.staff.get<AuditPage>(`/v1/audit?merchantId=${tenant.merchantId}`);
  expect(log.body.items.map((e) => [e.act, e.actor.kind])).toEqual([
    ['webshop.poi-set', 'person'],
    ['webshop.created', 'person'],
    ['point-of-sale.created', 'person'],
    ['shop.created', 'person'],
    ['merchant.created', 'system'],
  ]);
  expect(log.body.items[0]?.detail).toEqual({ environment: 'sandbox', poiId: '4242' });
  expect(JSON.stringify(log.body)).not.toContain('token');
});

it("answers another agency's shop, point of sale and webshop with 404", async () => {
  const theirs = await room.webshop(await room.tenant());
  const { staff, merchantId } = await room.tenant();
  const environment = `/v1/webshops/${theirs.webshop.id}/environments/sandbox`;
  const { shop } = theirs;
  const name = { name: 'Mine' };

  expect((await staff.post(`/v1/merchants/${shop.merchantId}/shops`, name)).status).toBe(404);
  expect((await staff.post(`/v1/shops/${shop.id}/points-of-sale`, name)).status).toBe(404);
  expect((await staff.get(`/v1/shops/${shop.id}/points-of-sale`)).status).toBe(404);
  const webshops = `/v1/points-of-sale/${theirs.pointOfSale.id}/webshops`;
  expect((await staff.post(webshops, { url: 'https://a.example' })).status).toBe(404);
  expect((await staff.get(`/v1/webshops/${theirs.webshop.id}`)).status).toBe(404);
  expect((await staff.put(environment, { poiId: '1' })).status).toBe(404);
  for (const list of [`/v1/shops?merchantId=${shop.merchantId}`, '/v1/shops', '/v1/webshops']) {
    expect((await staff.get<ShopPage>(list)).body.items).toEqual([]);
  }
  expect((await staff.post(`/v1/merchants/${merchantId}/shops`, name)).status).toBe(201);
});

it('shows a merchant its own shops and webshops, and lets it change none', async () => {
  const tenant = await room.tenant();
  const mine = await room.webshop(tenant);
  const neighbour = await room.merchant(tenant.scope);
  const other = await room.webshop({ ...tenant, merchantId: neighbour });
  const person = await room.personOf(tenant.scope, tenant.merchantId);

  const ids = async (path: string) =>
    (await person.get<ShopPage>(path)).body.items.map((item) => item.id);
  expect(await ids('/v1/shops')).toEqual([mine.shop.id]);
  expect(await ids(`/v1/shops?merchantId=${neighbour}`)).toEqual([]);
  expect(await ids('/v1/webshops')).toEqual([mine.webshop.id]);
  expect((await person.get(`/v1/webshops/${other.webshop.id}`)).status).toBe(404);
  expect((await person.get(`/v1/shops/${other.shop.id}/points-of-sale`)).status).toBe(404);
  const shops = `/v1/merchants/${tenant.merchantId}/shops`;
  expect((await person.post(shops, { name: 'x' })).status).toBe(403);
});

it('shows an API key its own webshop in its own environment, and no neighbour', async () => {
  const tenant = await room.tenant();
  const { webshop, shop } = await room.webshop(tenant);
  const other = await room.webshop(tenant, 'https://sister.example');
  const path = `/v1/webshops/${webshop.id}/environments/sandbox/api-keys`;
  const { body } = await tenant.staff.post<IssuedApiKey>(path);
  const caller = TestCaller.shop(room.test.app, body.key);

  const own = await caller.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  expect(own.body.environments).toEqual([{ environment: 'sandbox', ...fresh }]);
  const list = await caller.get<WebshopPage>('/v1/webshops');
  expect(list.body.items.map((item) => item.id)).toEqual([webshop.id]);
  expect((await caller.get(`/v1/webshops/${other.webshop.id}`)).status).toBe(404);
  expect((await caller.get('/v1/shops')).status).toBe(403);
  expect((await caller.get(`/v1/shops/${shop.id}/points-of-sale`)).status).toBe(403);
  const production = `/v1/webshops/${webshop.id}/environments/production`;
  expect((await caller.put(production, { poiId: '1' })).status).toBe(403);
});

it('keeps a poiId per environment, once in an agency, and leads the bank to it', async () => {
  const tenant = await room.tenant();
  const { webshop } = await room.webshop(tenant);
  const other = await room.webshop(tenant, 'https://sister.example');
  const elsewhere = await room.tenant();
  const stranger = await room.webshop(elsewhere);
  const poiId = '9007199254740993123';
  const at = (id: string, environment: string) => `/v1/webshops/${id}/environments/${environment}`;
  const { staff } = tenant;

  const set = await staff.put<WebshopEnvironment>(at(webshop.id, 'sandbox'), { poiId });
  expect(set).toMatchObject({ status: 200, body: { environment: 'sandbox', poiId } });
  expect((await staff.put(at(webshop.id, 'sandbox'), { poiId })).status).toBe(200);
  expect((await staff.put(at(webshop.id, 'production'), { poiId })).status).toBe(200);
  expect(await staff.put(at(other.webshop.id, 'sandbox'), { poiId })).toMatchObject({
    status: 409,
    body: { code: 'poi-taken' },
  });
  expect((await elsewhere.staff.put(at(stranger.webshop.id, 'sandbox'), { poiId })).status).toBe(
    200,
  );

  const routes = (agencyId: string) =>
    room.test.app.get(Door).rows<{ environment: string }>(
      `select webshop_id, environment from poi_route
         where agency_id = $1 and poi_id = $2 order by environment`,
      [agencyId, poiId],
    );
  expect(await routes(tenant.scope.agencyId)).toEqual([
    { webshop_id: webshop.id, environment: 'production' },
    { webshop_id: webshop.id, environment: 'sandbox' },
  ]);
  expect(await routes(elsewhere.scope.agencyId)).toHaveLength(1);

  await staff.put(at(webshop.id, 'sandbox'), { poiId: null });
  expect(await routes(tenant.scope.agencyId)).toHaveLength(1);
  expect((await staff.put(at(other.webshop.id, 'sandbox'), { poiId })).status).toBe(200);
});

it('steps inside a webshop environment for the rooms above', async () => {
  const tenant = await room.tenant();
  const { webshop } = await room.webshop(tenant);
  const webshops = room.test.app.get(Webshops);
  const place = await webshops.place(tenant.scope, webshop.id, 'production');
  expect(place).toEqual({
    ...tenant.scope,
    merchantId: tenant.merchantId,
    place: { webshopId: webshop.id, environment: 'production' },
  });
  expect(await webshops.poiIdOf(place)).toBeNull();

  const { scope: stranger } = await room.tenant();
  await expect(webshops.place(stranger, webshop.id, 'sandbox')).rejects.toMatchObject({
    status: 404,
  });
  const inProduction = webshops.place(place, webshop.id, 'sandbox');
  await expect(inProduction).rejects.toMatchObject({ status: 404 });
});

it('refuses what is no address, no poiId and no environment', async () => {
  const tenant = await room.tenant();
  const { pointOfSale, webshop } = await room.webshop(tenant);
  const webshops = `/v1/points-of-sale/${pointOfSale.id}/webshops`;
  const bad = [
    '',
    'bakker.example',
    'ftp://a.example',
    'https://me:pw@a.example',
    'https://a.example/#x',
  ];
  for (const url of [...bad, `https://a.example/${'x'.repeat(500)}`]) {
    expect((await tenant.staff.post(webshops, { url })).status).toBe(422);
  }
  const environment = `/v1/webshops/${webshop.id}/environments`;
  for (const poiId of ['', '0', '-1', '12x', 42, '1'.repeat(20)]) {
    expect((await tenant.staff.put(`${environment}/sandbox`, { poiId })).status).toBe(422);
  }
  expect((await tenant.staff.put(`${environment}/acceptance`, { poiId: '1' })).status).toBe(404);
  expect((await tenant.staff.get(`/v1/shops?merchantId=${newId()}&page=1`)).status).toBe(422);
  expect((await tenant.staff.get('/v1/webshops?after=tampered')).status).toBe(422);
});
