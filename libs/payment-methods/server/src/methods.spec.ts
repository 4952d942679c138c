import type { AuditPage } from '@toonbank/audit/contract';
import type {
  BrandCatalogue,
  MethodContractDetail,
  MethodContracts,
} from '@toonbank/payment-methods/contract';
import type { Scope } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, MethodsRoom } from './payment-methods.testing';

let room: MethodsRoom;
let scope: Scope;
let support: TestCaller;
let merchantId: Id;

beforeAll(async () => {
  room = await MethodsRoom.open();
  scope = await room.agency();
  support = await room.staff(scope, 'support');
});

beforeEach(async () => {
  merchantId = await room.merchant(scope);
});

afterAll(() => room.close());

describe('the catalogue', () => {
  it("names the brands with the bank's lead times, and is no rule", async () => {
    const { body } = await support.get<BrandCatalogue>('/v1/payment-brands');
    const days = Object.fromEntries(body.brands.map(({ brand, leadDays }) => [brand, leadDays]));
    expect(days).toMatchObject({ IDEAL: { least: 0, most: 2 }, VISA: { least: 5, most: 10 } });
    const unknown = await room.request(support, merchantId, 'SOMETHING_NEW');
    expect(unknown.body).toMatchObject({ name: 'SOMETHING_NEW', state: 'REQUESTED' });
  });
});

describe('a method of a merchant', () => {
  it('is requested, signed, confirmed, each with whose turn it is and until when', async () => {
    const { status, body } = await room.request(support, merchantId, 'VISA');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ state: 'REQUESTED', turn: 'merchant', dueOn: '2026-12-02', overdue: false },
      ...{ next: ['signed', 'withdrawn'], activeAt: null },
    });
    const signed = await room.step(support, body.id, 'signed', { on: '2026-11-24' });
    expect(signed.body).toMatchObject({ state: 'SIGNED', turn: 'bank', dueOn: '2026-12-08' });
    const confirmed = await room.step(support, body.id, 'confirmed');
    expect(confirmed.body).toMatchObject({ state: 'ACTIVATING', dueOn: '2026-12-08' });
    expect(confirmed.body.steps).toMatchObject([
      { step: 'requested', on: '2026-11-25', by: expect.stringContaining('support') },
      { step: 'signed', on: '2026-11-24' },
      { step: 'confirmed', on: '2026-11-25' },
    ]);
    const owner = await room.staff(scope, 'owner');
    const { body: log } = await owner.get<AuditPage>(`/v1/audit?merchantId=${merchantId}`);
    const acts = log.items.map(({ act, detail }) => [act, detail['step'] ?? null]);
    expect(acts.filter(([act]) => String(act).startsWith('method.'))).toEqual([
      ['method.step-taken', 'confirmed'],
      ['method.step-taken', 'signed'],
      ['method.requested', null],
    ]);
  });

  it('is requested once, two at once included; after a refusal it may be again', async () => {
    const two = await Promise.all([1, 2].map(() => room.request(support, merchantId, 'VISA')));
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { id } = two.find(({ status }) => status === 201)!.body;
    const again = await room.request(support, merchantId, 'VISA');
    expect(codeOf(again)).toEqual([409, 'method-already-requested']);
    await room.step(support, id, 'signed');
    const refusal = await room.step(support, id, 'refused');
    expect(codeOf(refusal)).toEqual([422, 'method-step-reason', 'reason']);
    const refused = await room.step(support, id, 'refused', { reason: 'Wrong kind of company.' });
    expect(refused.body).toMatchObject({ state: 'REFUSED', turn: null, dueOn: null, next: [] });
    expect((await room.request(support, merchantId, 'VISA')).status).toBe(201);
    const list = await support.get<MethodContracts>(`/v1/merchants/${merchantId}/method-contracts`);
    expect(list.body.items.map(({ state }) => state)).toEqual(['REQUESTED', 'REFUSED']);
  });

  it('takes a step once: a double click and a step out of turn change nothing', async () => {
    const { id } = (await room.request(support, merchantId, 'VISA')).body;
    const early = await room.step(support, id, 'confirmed');
    expect(codeOf(early)).toEqual([409, 'method-step-order']);
    const two = await Promise.all([1, 2].map(() => room.step(support, id, 'signed')));
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
    const billinks = await room.step(support, id, 'contract-sent');
    expect(codeOf(billinks)).toEqual([409, 'method-step-order']);
    expect((await room.contract(support, id)).steps).toHaveLength(2);
  });

  it.each(['2026-11-26', '2025-11-01'])('does not take %s for the day of a step', async (on) => {
    const { id } = (await room.request(support, merchantId, 'VISA')).body;
    const wrong = await room.step(support, id, 'signed', { on });
    expect(codeOf(wrong)).toEqual([422, 'method-step-day', 'on']);
    expect(wrong.body).toMatchObject({ path: 'on' });
    expect((await room.contract(support, id)).state).toBe('REQUESTED');
  });

  it('is late when the last day has passed', async () => {
    const later = await MethodsRoom.open();
    const theirs = await later.agency();
    const staff = await later.staff(theirs, 'support');
    const { id } = (await later.request(staff, await later.merchant(theirs), 'IDEAL')).body;
    await later.step(staff, id, 'signed');
    later.clock.advance({ hours: 2 * 24 });
    const back = await later.staff(theirs, 'viewer');
    expect(await later.contract(back, id)).toMatchObject({ dueOn: '2026-11-27', overdue: false });
    later.clock.advance({ hours: 24 });
    const again = await later.staff(theirs, 'viewer');
    expect((await later.contract(again, id)).overdue).toBe(true);
    await later.close();
  });

  it('is seen by everybody of the agency and the merchant, and acted on by few', async () => {
    const { id } = (await room.request(support, merchantId, 'VISA')).body;
    const [viewer, finance] = [
      await room.staff(scope, 'viewer'),
      await room.staff(scope, 'finance'),
    ];
    for (const caller of [viewer, finance]) {
      expect((await room.contract(caller, id)).id).toBe(id);
      expect(codeOf(await room.step(caller, id, 'signed'))).toEqual([403, 'no-right']);
      expect(codeOf(await room.request(caller, merchantId, 'IDEAL'))).toEqual([403, 'no-right']);
    }
    const merchant = await room.ownerOf(scope, merchantId);
    expect((await room.step(merchant, id, 'signed')).body.state).toBe('SIGNED');
    const other = await room.ownerOf(scope, await room.merchant(scope));
    expect((await other.get(`/v1/method-contracts/${id}`)).status).toBe(404);
    expect((await room.request(other, merchantId, 'IDEAL')).status).toBe(404);
    const stranger = await room.staff(await room.agency(), 'owner');
    expect((await room.step(stranger, id, 'confirmed')).status).toBe(404);
    expect((await support.get(`/v1/method-contracts/${newId()}`)).status).toBe(404);
  });
});

describe('what the bank shows', () => {
  it('makes a method active, whatever was said of it before, and is its proof', async () => {
    const stall = await room.stall(scope);
    await room.bank.setBrands(stall.bank, { VISA: 'Inactive', MAESTRO: 'Inactive' });
    const visa = (await room.request(support, stall.merchantId, 'VISA')).body.id;
    await room.look();
    expect(await room.contract(support, visa)).toMatchObject({ state: 'REQUESTED' });
    await room.bank.setBrands(stall.bank, { VISA: 'Active' });
    room.clock.advance({ hours: 5 });
    support = await room.staff(scope, 'support');
    await room.look();
    const seen: MethodContractDetail = await room.contract(support, visa);
    expect(seen).toMatchObject({
      ...{ state: 'ACTIVE', turn: null, dueOn: null, activeAt: expect.any(String) },
      proofWebshopId: stall.scope.place.webshopId,
    });
    expect(seen.steps.at(-1)).toMatchObject({ step: 'seen', by: null });
    const list = await support.get<MethodContracts>(
      `/v1/merchants/${stall.merchantId}/method-contracts`,
    );
    const states = Object.fromEntries(list.body.items.map(({ brand, state }) => [brand, state]));
    expect(states).toMatchObject({ IDEAL: 'ACTIVE', VISA: 'ACTIVE' });
    expect(states['MAESTRO']).toBeUndefined();
    const again = await room.request(support, stall.merchantId, 'IDEAL');
    expect(codeOf(again)).toEqual([409, 'method-already-requested']);
  });

  it('proves nothing in the sandbox', async () => {
    const stall = await room.stall(scope, 'sandbox');
    await room.look();
    const path = `/v1/merchants/${stall.merchantId}/method-contracts`;
    expect((await support.get<MethodContracts>(path)).body.items).toEqual([]);
    const { method } = await room.method(support, stall, 'IDEAL');
    expect(method).toMatchObject({ actual: 'Active', contract: null });
  });
});
