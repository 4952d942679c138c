import type { AuditPage } from '@toonbank/audit/contract';
import type { Billink, BillinkExclusions, PayPal } from '@toonbank/payment-methods/contract';
import type { Scope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, MethodsRoom } from './payment-methods.testing';

let room: MethodsRoom;
let scope: Scope;
let admin: TestCaller;
let merchantId: Id;

beforeAll(async () => {
  room = await MethodsRoom.open();
  scope = await room.agency();
});

beforeEach(async () => {
  admin = await room.staff(scope, 'admin');
  merchantId = await room.merchant(scope);
});

afterAll(() => room.close());

const of = (what: string) => `/v1/merchants/${merchantId}/${what}`;

describe('PayPal', () => {
  it('is requested once its account is said, and proven by an order after that', async () => {
    const early = await room.request(admin, merchantId, 'PAYPAL');
    expect(codeOf(early)).toEqual([409, 'paypal-account-missing']);
    expect(codeOf(await admin.post(of('paypal/proof'), {}))).toEqual([
      ...[409, 'paypal-account-missing'],
    ]);
    room.paid(merchantId, 'PAYPAL', 100);
    room.clock.advance({ hours: 0.1 });
    const { body } = await admin.put<PayPal>(of('paypal'), { email: 'kaas@paypal.example' });
    expect(body).toMatchObject({ emailBy: expect.stringContaining('admin'), proof: null });
    expect((await room.request(admin, merchantId, 'PAYPAL')).status).toBe(201);
    const none = await admin.post(of('paypal/proof'), {});
    expect(codeOf(none)).toEqual([409, 'paypal-no-test-order']);
    const orderId = room.paid(merchantId, 'PAYPAL', 100);
    const proven = await admin.post<PayPal>(of('paypal/proof'), {});
    expect(proven.body.proof).toMatchObject({ orderId });
    room.paid(merchantId, 'PAYPAL', 100);
    const again = await admin.post<PayPal>(of('paypal/proof'), {});
    expect(again.body.proof).toEqual(proven.body.proof);
    const other = await admin.put<PayPal>(of('paypal'), { email: 'other@paypal.example' });
    expect(other.body.proof).toBeNull();
  });

  it('has a list to check off, on which who checked first stays', async () => {
    const check = (by: TestCaller, done: boolean) =>
      by.put<PayPal>(of('paypal/checklist/business-account'), { done });
    const { body } = await check(admin, true);
    const first = body.checklist.find(({ item }) => item === 'business-account')!;
    expect(first).toMatchObject({ source: 'S36', doneBy: expect.stringContaining('admin') });
    const again = await check(await room.staff(scope, 'support'), true);
    expect(again.body.checklist).toEqual(body.checklist);
    const undone = await check(admin, false);
    expect(undone.body.checklist.every(({ doneAt }) => doneAt === null)).toBe(true);
    const wrong = await admin.put(of('paypal/checklist/something-else'), { done: true });
    expect(wrong.status).toBe(404);
    expect((await admin.put(of('paypal'), { email: 'no address' })).status).toBe(422);
  });
});

describe('Billink', () => {
  it('is requested once the form is filled in, and goes through its own contract', async () => {
    const early = await room.request(admin, merchantId, 'BILLINK');
    expect(codeOf(early)).toEqual([409, 'billink-form-missing']);
    const { body } = await room.billink(admin, merchantId, { vatNumber: 'nl 0044.95.445 b01' });
    expect(body.form).toMatchObject({ vatNumber: 'NL004495445B01', consent: true });
    const { id } = (await room.request(admin, merchantId, 'BILLINK')).body;
    const states = [];
    for (const step of ['signed', 'contract-sent', 'contract-signed', 'contract-accepted']) {
      states.push((await room.step(admin, id, step)).body.state);
    }
    const contract = ['CONTRACT_SENT', 'CONTRACT_SIGNED', 'CONTRACT_ACCEPTED'];
    expect(states).toEqual(['SIGNED', ...contract]);
    expect((await room.contract(admin, id)).turn).toBe('bank');
  });

  it.each([
    ['another country', { inNetherlands: false }, 'billink-not-eligible', 'inNetherlands'],
    ['other shoppers', { dutchConsumers: false }, 'billink-not-eligible', 'dutchConsumers'],
    ['excluded goods', { noExcludedGoods: false }, 'billink-not-eligible', 'noExcludedGoods'],
    ['a wrong digit', { vatNumber: 'NL004495446B01' }, 'vat-number-digit', 'vatNumber'],
    ['another form', { vatNumber: 'BE0123456789' }, 'vat-number-form', 'vatNumber'],
    ['one way to reach it', { servicePhone: null }, 'billink-contact', 'serviceEmail'],
    ['no consent', { consent: false }, 'billink-consent', 'consent'],
  ])('is refused with %s, and nothing is kept', async (_what, changes, code, path) => {
    expect(codeOf(await room.billink(admin, merchantId, changes))).toEqual([422, code, path]);
    expect((await admin.get<Billink>(of('billink'))).body.form).toBeNull();
  });

  it('has a list of excluded goods that begins empty, says so, and keeps its sources', async () => {
    const path = '/v1/billink-exclusions';
    const before = await admin.get<BillinkExclusions>(path);
    expect(before.body).toEqual({ isPublic: false, items: [] });
    const said = { name: 'Wapens', asOf: '2026-11-01', source: 'Brief van de bank' };
    const { status, body } = await admin.post<BillinkExclusions>(path, said);
    const kept = { id: expect.any(String), ...said, until: null };
    expect([status, body.items]).toEqual([201, [kept]]);
    const merchant = await room.ownerOf(scope, merchantId);
    expect((await merchant.get<BillinkExclusions>(path)).body.items).toHaveLength(1);
    expect((await merchant.post(path, said)).status).toBe(403);
    const stranger = await room.staff(await room.agency(), 'owner');
    const one = `${path}/${body.items[0]!.id}`;
    expect((await stranger.get<BillinkExclusions>(path)).body.items).toEqual([]);
    expect((await stranger.delete(one)).status).toBe(404);
    expect((await admin.delete<BillinkExclusions>(one)).body.items).toEqual([]);
    expect((await admin.delete(one)).status).toBe(404);
  });

  describe('whose excluded goods have days', () => {
    const path = '/v1/billink-exclusions';
    const group = (changes: object) => ({
      ...{ name: 'Wapens', asOf: '2026-11-01', source: 'https://bank.example/billink', ...changes },
    });
    const add = (changes: object) => admin.post<BillinkExclusions>(path, group(changes));
    const end = (id: Id, until: string | null) =>
      admin.put<BillinkExclusions>(`${path}/${id}/end`, { until });
    const idOf = ({ items }: BillinkExclusions, name: string) =>
      items.find((item) => item.name === name)!.id;

    beforeEach(async () => {
      scope = await room.agency();
      admin = await room.staff(scope, 'admin');
    });

    it('tells the newest first', async () => {
      await add({ name: 'Loten', asOf: '2026-03-01' });
      await add({ name: 'Tabak', asOf: '2027-01-01' });
      const { body } = await add({ until: '2026-12-31' });
      expect(body.items.map(({ name, until }) => [name, until])).toEqual([
        ...[['Tabak', null] as const, ['Wapens', '2026-12-31'] as const, ['Loten', null] as const],
      ]);
    });

    it('ends a group without forgetting it, and lets it go on again', async () => {
      const id = idOf((await add({})).body, 'Wapens');
      expect((await end(id, '2026-11-30')).body.items).toEqual([
        { id, ...group({ until: '2026-11-30' }) },
      ]);
      expect((await end(id, '2026-11-01')).status).toBe(200);
      expect((await end(id, null)).body.items[0]!.until).toBeNull();
      const owner = await room.staff(scope, 'owner');
      const { body } = await owner.get<AuditPage>('/v1/audit');
      expect(body.items.find(({ act }) => act === 'billink.exclusion-ended')?.detail).toEqual({
        ...{ name: 'Wapens', from: '2026-11-01', until: null },
      });
    });

    it('refuses an end before the beginning, and a day of no calendar', async () => {
      const early = await add({ until: '2026-10-31' });
      expect(codeOf(early)).toEqual([422, 'billink-exclusion-end', 'until']);
      const id = idOf((await add({})).body, 'Wapens');
      expect(codeOf(await end(id, '2026-10-31'))).toEqual([422, 'billink-exclusion-end', 'until']);
      for (const asOf of ['0000-01-01', '2026-02-30', 'soon']) {
        const refused = await add({ name: 'Loten', asOf });
        expect(refused.status).toBe(422);
      }
      expect((await admin.get<BillinkExclusions>(path)).body.items).toHaveLength(1);
    });

    it('has each group once a day, also when two say it at the same time', async () => {
      const both = await Promise.all([add({}), add({ name: 'wapens', asOf: '2027-01-01' })]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
      expect(codeOf(await add({ asOf: '2026-12-01' }))).toEqual([
        ...[422, 'billink-exclusion-double', 'name'],
      ]);
      const { body } = await admin.get<BillinkExclusions>(path);
      const { id, asOf } = body.items[0]!;
      await end(id, asOf);
      const later = await add({ asOf: '2027-06-01' });
      expect(later.status).toBe(201);
      expect(codeOf(await end(id, null))).toEqual([422, 'billink-exclusion-double', 'until']);
      expect((await end(id, '2027-05-31')).status).toBe(200);
    });

    it('is ended by nobody who may not keep the list, nor by strangers', async () => {
      const id = idOf((await add({})).body, 'Wapens');
      const one = `${path}/${id}/end`;
      const said = { until: '2026-12-31' };
      const stranger = await room.staff(await room.agency(), 'owner');
      expect((await stranger.put(one, said)).status).toBe(404);
      for (const role of ['support', 'viewer'] as const) {
        expect((await (await room.staff(scope, role)).put(one, said)).status).toBe(403);
      }
      const merchant = await room.ownerOf(scope, await room.merchant(scope));
      expect((await merchant.put(one, said)).status).toBe(403);
      expect((await end(id, null)).body.items[0]!.until).toBeNull();
    });
  });
});

it('forms are written down, and are nothing to strangers or to who may only look', async () => {
  await admin.put(of('paypal'), { email: 'kaas@paypal.example' });
  await room.billink(admin, merchantId);
  const stranger = await room.staff(await room.agency(), 'owner');
  const viewer = await room.staff(scope, 'viewer');
  for (const what of ['paypal', 'billink', 'method-tariffs']) {
    expect((await stranger.get(of(what))).status).toBe(404);
    expect((await viewer.get(of(what))).status).toBe(200);
  }
  expect((await room.billink(viewer, merchantId)).status).toBe(403);
  const owner = await room.staff(scope, 'owner');
  const { body } = await owner.get<AuditPage>(`/v1/audit?merchantId=${merchantId}`);
  const acts = body.items.map(({ act }) => act);
  expect(acts).toEqual(expect.arrayContaining(['paypal.account-set', 'billink.filled']));
  expect(JSON.stringify(body)).not.toContain('NL004495445B01');
});
