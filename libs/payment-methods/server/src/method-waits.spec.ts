import { lateAfter } from '@toonbank/platform/clock';
import type { Scope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { type TestCaller, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MethodsRoom } from './payment-methods.testing';

let room: MethodsRoom;
let scope: Scope;
let admin: TestCaller;
let merchantId: Id;

beforeAll(async () => (room = await MethodsRoom.open()));

beforeEach(async () => {
  scope = await room.agency();
  admin = await room.staff(scope, 'admin');
  merchantId = await room.merchant(scope);
});

afterAll(() => room.close());

const waits = () => waitsOf(room.test.app, scope);

describe('a method', () => {
  it('waits on the merchant, then on the bank, and on nobody once the bank shows it', async () => {
    const stall = await room.stall(scope, 'production', merchantId);
    const { id } = (await room.request(admin, merchantId, 'VISA')).body;
    expect(await waits()).toMatchObject([
      {
        ...{ kind: 'method-signing', subjectId: id, on: 'merchant', right: 'methods:write' },
        ...{ dueAt: '2026-12-02T23:00:00.000Z', facts: { method: 'Visa', at: 'Rabobank' } },
      },
    ]);
    await room.step(admin, id, 'signed');
    const atBank = { kind: 'method-activation', on: 'bank', dueAt: '2026-12-09T23:00:00.000Z' };
    expect(await waits()).toMatchObject([atBank]);
    await room.step(admin, id, 'confirmed');
    expect(await waits()).toMatchObject([atBank]);
    await room.bank.setBrands(stall.bank, { VISA: 'Active' });
    await room.look();
    expect(await room.contract(admin, id)).toMatchObject({ state: 'ACTIVE' });
    expect(await waits()).toEqual([]);
  });

  it('that was refused or withdrawn waits on nobody', async () => {
    const visa = (await room.request(admin, merchantId, 'VISA')).body;
    await room.step(admin, visa.id, 'signed');
    await room.step(admin, visa.id, 'refused', { reason: 'Niet geaccepteerd' });
    const maestro = (await room.request(admin, merchantId, 'MAESTRO')).body;
    await room.step(admin, maestro.id, 'withdrawn');
    expect(await waits()).toEqual([]);
  });

  it('of Billink waits on Billink for what is not up to the bank', async () => {
    await room.billink(admin, merchantId);
    const { id } = (await room.request(admin, merchantId, 'BILLINK')).body;
    const at = async (step: string) => {
      await room.step(admin, id, step);
      const [wait] = await waits();
      return [wait?.kind, wait?.on, wait?.facts['at']];
    };
    expect(await at('signed')).toEqual(['method-activation', 'bank', 'Rabobank']);
    expect(await at('contract-sent')).toEqual(['method-signing', 'merchant', 'Billink']);
    expect(await at('contract-signed')).toEqual(['method-activation', 'billink', 'Billink']);
    expect(await at('contract-accepted')).toEqual(['method-activation', 'bank', 'Rabobank']);
  });
});

describe("a merchant's address at PayPal", () => {
  const path = (part: string) => `/v1/merchants/${merchantId}/${part}`;

  it('waits a week for its proof, again when it is another, and no more once an order has proven it', async () => {
    const email = (address: string) => admin.put(path('paypal'), { email: address });
    await email('kaas@merchant.test');
    const dueAt = lateAfter(room.clock.now(), 7).toISOString();
    const first = { kind: 'paypal-proof', on: 'agency', subjectId: merchantId, dueAt };
    expect(await waits()).toMatchObject([first]);
    room.paid(merchantId, 'PAYPAL', 100);
    await admin.post(path('paypal/proof'), {});
    expect(await waits()).toEqual([]);
    await email('other@merchant.test');
    expect(await waits()).toMatchObject([first]);
  });
});
