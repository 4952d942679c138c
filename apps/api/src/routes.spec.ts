import { randomBytes } from 'node:crypto';
import {
  AgencyRole,
  agencyRights,
  apiKeyRights,
  MerchantRole,
  merchantRights,
  newId,
  type Right,
} from '@toonbank/primitives';
import { dayOf } from '@toonbank/platform/clock';
import { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closedMonth } from './billed.testing';
import { refundedPart } from './refunded.testing';
import { type KnownRoute, knownRoutes, servedPaths } from './routes.testing';
import { type Tenant, World } from './world.testing';

let world: World;
let ours: Tenant;
let theirs: Tenant;
let routes: KnownRoute[];
/** Ids of ours that a route's path may name, by the name of its parameter. */
let places: Readonly<Record<string, string>>;
/** Words of ours that no stranger may ever read. */
let canaries: readonly string[];

beforeAll(async () => {
  world = await World.open();
  ours = await world.tenant('Kanarie');
  theirs = await world.tenant('Vreemde');
  routes = knownRoutes(world.app);
  const { merchantId, orderId, apiKeyId, webshop } = ours.first;
  const shops = await ours.owner.get<{ items: { id: string; merchantId: string }[] }>('/v1/shops');
  const shopId = shops.body.items.find((shop) => shop.merchantId === merchantId)!.id;
  const counters = await ours.owner.get<{ items: { id: string }[] }>(
    `/v1/shops/${shopId}/points-of-sale`,
  );
  const pointOfSaleId = counters.body.items[0]!.id;
  const { webshopId, environment } = webshop.scope.place;
  const notificationId = await notificationOf(webshopId, environment);
  const people = await ours.owner.get<{ items: { loginId: string }[] }>('/v1/members');
  const loginId = people.body.items[0]!.loginId;
  const invitation = await ours.owner.post<{ id: string }>('/v1/invitations', {
    ...{ email: 'kanarie@invited.test', role: 'viewer' },
  });
  const invitationId = invitation.body.id;
  const sessions = await ours.owner.get<{ items: { id: string }[] }>('/v1/sessions');
  const sessionId = sessions.body.items[0]!.id;
  const keys = await ours.owner.get<{ items: { id: string; kind: string }[] }>(
    `/v1/webshops/${webshopId}/environments/${environment}/keys`,
  );
  const keyVersionId = keys.body.items.find(({ kind }) => kind === 'virtual')!.id;
  const below = {
    ...{ shopId, pointOfSaleId, webshopId, orderId, apiKeyId, notificationId },
    ...{ loginId, invitationId, sessionId },
  };
  const { month, invoiceId, priceId } = await closedMonth(world, ours);
  const contract = await ours.owner.post<{ id: string }>(
    `/v1/merchants/${merchantId}/method-contracts`,
    { brand: 'VISA' },
  );
  const contractId = contract.body.id;
  const exclusions = await ours.owner.post<{ items: { id: string }[] }>('/v1/billink-exclusions', {
    ...{ name: 'Kanarie', asOf: '2026-01-01', source: 'Kanarie' },
  });
  const exclusionId = exclusions.body.items[0]!.id;
  const billed = {
    ...{ contractId, invoiceId, priceId, refundId: await refundedPart(world, ours) },
    exportId: (await ours.owner.post<{ id: string }>('/v1/exports', exported)).body.id,
    scheduleId: (await ours.owner.post<{ id: string }>('/v1/export-schedules', schedule)).body.id,
  };
  const rotation = await ours.owner.post<{ id: string }>(
    `/v1/webshops/${webshopId}/environments/${environment}/keys/rotations`,
    { signingKey: newSigningKey() },
  );
  const rotationId = rotation.body.id;
  const batch = await ours.owner.post<{ id: string }>('/v1/key-rotation-batches', {
    ...{ environment, webshopIds: [webshopId] },
  });
  const batchId = batch.body.id;
  const taskId = await vi.waitFor(async () => {
    const { body } = await ours.owner.get<{ items: { id: string }[] }>(
      `/v1/tasks?environment=${environment}`,
    );
    return body.items[0]!.id;
  });
  // Of the agency, and for its merchants to read.
  const fixed = {
    exclusionId,
    environment,
    step: 'added',
    month,
    brand: 'VISA',
    item: 'order-items',
  };
  places = { merchantId, ...below, ...billed, keyVersionId, rotationId, batchId, taskId, ...fixed };
  canaries = [
    ...[
      merchantId,
      keyVersionId,
      rotationId,
      batchId,
      taskId,
      ...Object.values(below),
      ...Object.values(billed),
    ],
    ...[ours.scope.agencyId, 'Kanarie eerste', ours.ownerEmail, 'kanarie@invited.test'],
  ];
});

afterAll(async () => {
  await world.close();
});

/** In the form of the bank's. */
const newSigningKey = () => randomBytes(32).toString('base64');

/** The bank pings for the paid order of the first webshop. */
async function notificationOf(webshopId: string, environment: string): Promise<string> {
  const path = `/v1/notifications?environment=${environment}&webshopId=${webshopId}`;
  return vi.waitFor(
    async () => {
      const { body } = await ours.owner.get<{ items: { id: string }[] }>(path);
      return body.items[0]!.id;
    },
    { timeout: 20_000, interval: 100 },
  );
}

/** A right body for each route that takes one, so that only the place can be what is refused. */
const bodies: Readonly<Record<string, () => object>> = {
  'POST /v1/session': () => ({ email: 'nobody@agency.test', password: 'not the password' }),
  'PUT /v1/session/agency': () => ({ agencyId: ours.scope.agencyId }),
  'POST /v1/session/proof': () => ({ password: 'not the password' }),
  'PUT /v1/session/password': () => ({ current: 'not the password', password: 'another one' }),
  'PATCH /v1/agency': () => ({ name: 'Gekaapt' }),
  'PUT /v1/agency/logo': () => ({ png: 'AAAA' }),
  'POST /v1/invitations': () => ({ email: 'gekaapt@agency.test', role: 'viewer' }),
  'PATCH /v1/members/:loginId': () => ({ role: 'viewer' }),
  'POST /v1/members/:loginId/reset-link': () => ({}),
  'POST /v1/merchants': () => ({ name: 'Nieuw' }),
  'PATCH /v1/merchants/:merchantId': () => ({ name: 'Gekaapt' }),
  'POST /v1/merchants/:merchantId/shops': () => ({ name: 'Gekaapt' }),
  'POST /v1/shops/:shopId/points-of-sale': () => ({ name: 'Gekaapt' }),
  'POST /v1/points-of-sale/:pointOfSaleId/webshops': () => ({ url: 'https://gekaapt.example' }),
  'PATCH /v1/shops/:shopId': () => ({ name: 'Gekaapt' }),
  'PATCH /v1/points-of-sale/:pointOfSaleId': () => ({ name: 'Gekaapt' }),
  'PATCH /v1/webshops/:webshopId': () => ({ url: 'https://gekaapt.example' }),
  'PUT /v1/webshops/:webshopId/ending': () => ({ endsOn: dayOf(new Date()) }),
  'PUT /v1/webshops/:webshopId/ending/at-bank': () => ({ endsOn: dayOf(new Date()) }),
  'PUT /v1/webshops/:webshopId/environments/:environment/bank-steps/:step': () => ({ done: true }),
  'POST /v1/webshops/:webshopId/environments/:environment/keys/virtual': () => ({}),
  'PUT /v1/webshops/:webshopId/environments/:environment': () => ({ poiId: '99' }),
  'POST /v1/webshops/:webshopId/environments/:environment/api-keys': () => ({}),
  'PUT /v1/webshops/:webshopId/environments/:environment/keys/bank': () => {
    const { signingKey, refreshToken } = theirs.first.webshop.bank;
    return { signingKey, refreshToken };
  },
  'POST /v1/webshops/:webshopId/environments/:environment/keys/:keyVersionId/reveal': () => ({
    ...{ key: 'signing-key', reason: 'Gekaapt' },
  }),
  'PUT /v1/webshops/:webshopId/environments/:environment/keys/:keyVersionId/expiry': () => ({
    expiresOn: null,
  }),
  'POST /v1/webshops/:webshopId/environments/:environment/keys/:keyVersionId/retire': () => ({
    anyway: true,
  }),
  'PUT /v1/webshops/:webshopId/environments/:environment/keys/virtual/:keyVersionId/moment':
    () => ({}),
  'POST /v1/webshops/:webshopId/environments/:environment/keys/rotations': () => ({
    signingKey: newSigningKey(),
  }),
  'POST /v1/key-rotations/:rotationId/steps': () => ({ step: 'abandon' }),
  'PUT /v1/key-settings': () => ({ quietHours: 99 }),
  'POST /v1/key-rotation-batches': () => ({
    ...{ environment: 'production', webshopIds: [places['webshopId']] },
  }),
  'PUT /v1/key-rotation-batches/:batchId/keys': () => ({
    items: [{ webshopId: places['webshopId'], signingKey: newSigningKey() }],
  }),
  'POST /v1/key-rotation-batches/:batchId/steps': () => ({ step: 'end' }),
  'PATCH /v1/billing/settings': () => ({ termDays: 99 }),
  'PATCH /v1/merchants/:merchantId/billing': () => ({ language: 'en' }),
  'POST /v1/billing/bank-prices': () => ({ ...bankPrice, from: '2098-01', until: null }),
  'PUT /v1/billing/bank-prices/:priceId': () => ({ ...bankPrice, from: '2099-01', until: null }),
  'POST /v1/billing/fees': () => ({ ...fee, from: '2098-01', until: null }),
  'PUT /v1/billing/fees/:priceId': () => ({ ...fee, from: '2099-01', until: null }),
  'POST /v1/billing/runs/:month/close': () => ({ total: 1 }),
  'POST /v1/billing/runs/:month/bills': () => ({ merchantId: places['merchantId'] }),
  'PUT /v1/invoices/:invoiceId/sent': () => ({ on: '2026-01-01' }),
  'PUT /v1/invoices/:invoiceId/payment': () => ({ on: '2026-01-01' }),
  'POST /v1/invoices/:invoiceId/credit': () => ({ reason: 'Gekaapt' }),
  'POST /v1/orders/:orderId/refunds': () => ({ description: 'Gekaapt' }),
  'PUT /v1/refunds/:refundId/approval': () => ({ approved: true }),
  'PUT /v1/refunds/:refundId/confirmation': () => ({ paid: true }),
  'PUT /v1/tasks/:taskId/owner': () => ({ owner: null }),
  'PUT /v1/merchants/:merchantId/paypal': () => ({ email: 'gekaapt@paypal.example' }),
  'PUT /v1/merchants/:merchantId/paypal/checklist/:item': () => ({ done: true }),
  'POST /v1/merchants/:merchantId/paypal/proof': () => ({}),
  'PUT /v1/merchants/:merchantId/billink': () => billinkForm,
  'POST /v1/billink-exclusions': () => ({
    ...{ name: 'Gekaapt', asOf: '2026-01-01', source: 'Gekaapt' },
  }),
  'PUT /v1/billink-exclusions/:exclusionId/end': () => ({ until: null }),
  'PUT /v1/merchants/:merchantId/method-tariffs': () => ({ lines: [], version: '' }),
  'POST /v1/merchants/:merchantId/method-contracts': () => ({ brand: 'GEKAAPT' }),
  'POST /v1/method-contracts/:contractId/steps': () => ({ step: 'signed' }),
  'POST /v1/webshops/:webshopId/environments/:environment/payment-methods/check': () => ({}),
  'PUT /v1/webshops/:webshopId/environments/:environment/payment-methods/:brand': () => ({
    wish: 'off',
  }),
  'POST /v1/exports': () => exported,
  'POST /v1/exports/:exportId/cancel': () => ({}),
  'POST /v1/exports/:exportId/link': () => ({}),
  'POST /v1/export-file': () => ({ token: 'none' }),
  'POST /v1/export-schedules': () => schedule,
  'POST /v1/export-schedules/:scheduleId/runs/:exportId/mail': () => ({}),
  'PATCH /v1/export-schedules/:scheduleId': () => ({ paused: true }),
  'PUT /v1/refund-settings': () => ({ approvalFrom: null }),
  'POST /v1/notifications/:notificationId/pull': () => ({}),
  'POST /v1/webshops/:webshopId/orders': () => ({
    merchantOrderId: newId().replaceAll('-', '').slice(-24),
    amount: { currency: 'EUR', amount: 100 },
    returnUrl: 'https://gekaapt.example/',
  }),
};

const choice = { environment: 'production', kind: 'orders', format: 'csv' };
const exported = { ...choice, from: '2026-01-01', until: '2026-01-31' };
const rhythm = { every: 'month', day: 1, hour: 6 };
const schedule = { ...choice, rhythm, recipients: ['gekaapt@books.test'] };
const billinkForm = {
  ...{ inNetherlands: true, dutchConsumers: true, noExcludedGoods: true, goods: 'Gekaapt' },
  ...{ vatNumber: 'NL004495445B01', serviceEmail: 'gekaapt@agency.test' },
  ...{ servicePhone: '0301234567', serviceUrl: null, consent: true },
};
const bankPrice = { shop: 1, includedUrls: 1, extraUrl: 1, source: 'Gekaapt' };
const fee = { merchantId: null, month: 1, url: 1 };

/** What a route can't be asked without. */
const queries: Readonly<Record<string, string>> = {
  'GET /v1/search': '?q=kanarie',
  'GET /v1/merchant-figures': `?merchantIds=${newId()}`,
  'GET /v1/billing/margins': '?from=2026-01&until=2026-12',
  'GET /v1/merchants/:merchantId/statement': '?from=2026-01-01&until=2026-12-31',
  'GET /v1/merchants/:merchantId/statement/csv': '?from=2026-01-01&until=2026-12-31',
  'GET /v1/merchants/:merchantId/statement/pdf': '?from=2026-01-01&until=2026-12-31',
  'GET /v1/orders/totals': '?environment=sandbox&from=2026-01-01&until=2026-12-31',
};

function nameOf({ method, path }: KnownRoute): string {
  return `${method} ${path}`;
}

/** The route's address with our ids in it. A parameter that nobody knows fails the sweep. */
function addressOf(route: KnownRoute): string {
  return route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = places[name];
    if (!value) throw new Error(`${nameOf(route)}: say in this spec what :${name} is.`);
    return value;
  });
}

async function visit(caller: TestCaller, route: KnownRoute) {
  const body = bodies[nameOf(route)]?.();
  if (!body && ['POST', 'PUT', 'PATCH'].includes(route.method)) {
    throw new Error(`${nameOf(route)}: say in this spec what a right body is.`);
  }
  const sender = caller.with({ 'idempotency-key': newId() });
  const query = queries[nameOf(route)] ?? '';
  return sender.send<object>(route.method, addressOf(route) + query, body);
}

const guarded = () => routes.filter((route) => route.needs);
/** A stream never ends; it is visited by its own spec. */
const isStream = ({ path }: KnownRoute) => path === '/v1/orders/changes';
/** A month is everybody's: it is no place of anybody. */
const hasPlace = ({ path }: KnownRoute) => path.replace(':month', '').includes(':');

describe('every route', () => {
  it('says who may call it: a change here is a change of who can reach what', async () => {
    const who = (right: Right): string => {
      const agency = AgencyRole.options.filter((role) => agencyRights[role].includes(right));
      const merchant = MerchantRole.options.filter((role) => merchantRights[role].includes(right));
      const key = apiKeyRights.includes(right) ? ['API key'] : [];
      return [...agency, ...merchant.map((role) => `merchant ${role}`), ...key].join(', ');
    };
    const lines = routes.map((route) => {
      const { needs, public: why } = route;
      const rule = needs ? `${needs} (${who(needs)})` : why ? `public: ${why}` : 'NOBODY SAID';
      return `${nameOf(route)} | ${rule}${route.isFresh ? ', fresh login' : ''}`;
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./routes.permissions.txt');
    expect(lines.filter((line) => line.endsWith('NOBODY SAID'))).toEqual([]);
  });

  it('of Fastify is one that is known here, or one of the pages', () => {
    const pages = ['/', '/*', '*', '/reference', '/reference/', '/healthz', '/readyz'];
    const served = servedPaths(world.app).filter((path) => !path.startsWith('/reference/'));
    const known = new Set([...pages, ...routes.map(({ path }) => path)]);
    expect(served.length).toBeGreaterThan(20);
    expect(served.filter((path) => !known.has(path))).toEqual([]);
  });

  it('answers 401 to nobody in particular', async () => {
    for (const route of guarded()) {
      const { status } = await visit(new TestCaller(world.app), route);
      expect(status, nameOf(route)).toBe(401);
    }
  });

  it('answers 401 to a session that has ended', async () => {
    const ended = await world.signedIn(ours.ownerEmail);
    const kept = ended.with({});
    await ended.delete('/v1/session');
    for (const route of guarded()) {
      const { status } = await visit(kept, route);
      expect(status, nameOf(route)).toBe(401);
    }
  });

  it.each([
    ['the owner of another agency', () => theirs.owner],
    ['another merchant of the same agency', () => ours.second.owner],
    ['a shop of another agency', () => theirs.first.key],
    ['another shop of the same agency', () => ours.second.key],
  ])('tells %s nothing of ours, and changes nothing', async (_who, stranger) => {
    for (const route of guarded().filter((r) => !isStream(r))) {
      if (route.path.startsWith('/v1/session')) continue;
      const { status, body } = await visit(stranger(), route);
      if (hasPlace(route)) expect([403, 404], `${nameOf(route)}: ${status}`).toContain(status);
      const text = JSON.stringify(body ?? '');
      const told = canaries.filter((canary) => text.includes(canary));
      // Of the agency itself its merchants may know the id.
      const allowed = stranger() === ours.second.owner || stranger() === ours.second.key;
      const leaked = told.filter((canary) => !(allowed && canary === ours.scope.agencyId));
      expect(leaked, nameOf(route)).toEqual([]);
    }
    const { body } = await ours.owner.get<{ name: string }>(
      `/v1/merchants/${places['merchantId']}`,
    );
    expect(body.name).toBe('Kanarie eerste');
  });

  it('answers what its schema says and not one field more', async () => {
    const readable = guarded().filter((r) => r.method === 'GET' && r.schema && !isStream(r));
    expect(readable.length).toBeGreaterThan(8);
    for (const route of readable) {
      const { status, body } = await visit(ours.owner, route);
      expect(status, nameOf(route)).toBe(200);
      expect(route.schema!.parse(body), nameOf(route)).toEqual(body);
    }
  });

  it('answers 404 to an id that is none', async () => {
    for (const route of guarded().filter(hasPlace)) {
      const address = route.path.replaceAll(/:(\w+)/g, 'nonsense');
      const body = bodies[nameOf(route)]?.();
      const caller = route.needs === 'orders:create' ? ours.first.key : ours.owner;
      const sender = caller.with({ 'idempotency-key': newId() });
      const query = queries[nameOf(route)] ?? '';
      const { status } = await sender.send(route.method, address + query, body);
      expect(status, nameOf(route)).toBe(404);
    }
  });
});
