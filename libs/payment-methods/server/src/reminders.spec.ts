import type { Scope } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContractsRepository } from './contracts.repository';
import { MethodsRoom } from './payment-methods.testing';
import { RemindersSweep } from './reminders-sweep';

let room: MethodsRoom;
let scope: Scope;

beforeAll(async () => {
  room = await MethodsRoom.open();
});

beforeEach(async () => {
  scope = await room.agency();
});

afterAll(() => room.close());

const day = 24;
/** Mails to an address that have been carried since. */
async function mailsTo(address: string, count: number): Promise<string[]> {
  const found = () => room.mails().filter((mail) => mail.includes(`To: ${address}`));
  const until = Date.now() + 5_000;
  while (found().length < count && Date.now() < until) await new Promise((r) => setTimeout(r, 25));
  return found();
}

describe('a round of reminders', () => {
  // The oldest fifty of all went first: an agency with many held up the others for rounds.
  it('sees to each agency in turn, however many one has', async () => {
    const many = await room.staff(scope, 'owner');
    const crowd = await room.merchant(scope);
    for (let index = 0; index < 12; index++) await room.request(many, crowd, `BRAND_${index}`);
    room.clock.advance({ ms: 1 });
    const other = await room.agency();
    const merchantId = await room.merchant(other);
    const email = `${newId()}@merchant.test`;
    const owner = await room.ownerOf(other, merchantId, email);
    const { id } = (await room.request(owner, merchantId, 'VISA')).body;
    room.clock.advance({ hours: 30 * day });
    expect(await room.remind()).toBe(11);
    const again = await room.staff(other, 'viewer');
    expect(await room.contract(again, id)).toMatchObject({ remindedAt: expect.any(String) });
    expect(await room.remind()).toBe(2);
    expect(await room.remind()).toBe(0);
  });
});

describe('a reminder', () => {
  it('goes to the merchant when it is its turn, on the last day and once', async () => {
    const merchantId = await room.merchant(scope);
    const email = `${newId()}@merchant.test`;
    const merchant = await room.ownerOf(scope, merchantId, email);
    const { id, dueOn } = (await room.request(merchant, merchantId, 'VISA')).body;
    const days = (Date.parse(`${dueOn}T12:00Z`) - room.clock.millis()) / 3_600_000;
    room.clock.advance({ hours: days - day });
    expect(await room.remind()).toBe(0);
    room.clock.advance({ hours: day });
    const both = [room.make(RemindersSweep).round(), room.make(RemindersSweep).round()];
    const sent = await Promise.all(both);
    expect(sent[0]! + sent[1]!).toBe(1);
    expect(await room.remind()).toBe(0);
    const [mail] = await mailsTo(email, 1);
    expect(mail).toContain(`/merchants/${merchantId}/payment-methods/`);
    const again = await room.staff(scope, 'viewer');
    expect(await room.contract(again, id)).toMatchObject({ remindedAt: expect.any(String) });
  });

  it('goes to the agency when it is for the bank, after the last day, and anew for each clock', async () => {
    const email = `${newId()}@agency.test`;
    const owner = await room.staff(scope, 'owner', email);
    const merchantId = await room.merchant(scope);
    await room.billink(owner, merchantId);
    const { id } = (await room.request(owner, merchantId, 'BILLINK')).body;
    await room.step(owner, id, 'signed');
    const hours = (dueOn: string | null) =>
      (Date.parse(`${dueOn}T23:30Z`) - room.clock.millis()) / 3_600_000;
    const { dueOn } = await room.contract(owner, id);
    room.clock.advance({ hours: hours(dueOn) });
    expect(await room.remind()).toBe(1);
    const back = await room.staff(scope, 'support');
    const sent = await room.step(back, id, 'contract-sent');
    expect(sent.body).toMatchObject({ state: 'CONTRACT_SENT', turn: 'merchant', remindedAt: null });
    // Nobody of the merchant has a login: the agency is reminded of it.
    room.clock.advance({ hours: hours(sent.body.dueOn) });
    expect(await room.remind()).toBe(1);
    expect(await room.remind()).toBe(0);
    expect(await mailsTo(email, 2)).toHaveLength(2);
  });

  it('is not sent when the method went on, or was withdrawn', async () => {
    const owner = await room.staff(scope, 'owner');
    const { id } = (await room.request(owner, await room.merchant(scope), 'VISA')).body;
    await room.step(owner, id, 'withdrawn');
    room.clock.advance({ hours: 60 * day });
    expect(await room.remind()).toBe(0);
  });

  // Rounds begin with the oldest: one that failed there stopped the reminders of every agency for ever.
  it('that can not be written holds up nobody else, and is sent when it can', async () => {
    const asked = async (of: Scope) => {
      const owner = await room.staff(of, 'owner');
      return (await room.request(owner, await room.merchant(of), 'VISA')).body.id;
    };
    const broken = await asked(scope);
    room.clock.advance({ hours: 7 * day });
    const other = await room.agency();
    const whole = await asked(other);
    room.clock.advance({ hours: 60 * day });
    const contracts = room.test.app.get(ContractsRepository, { strict: false });
    const update = contracts.update.bind(contracts);
    const writing = vi.spyOn(contracts, 'update').mockImplementation(async (tx, id, changes) => {
      if (id === broken) throw new Error('no room on the disk');
      return update(tx, id, changes);
    });
    expect(await room.remind()).toBe(1);
    const remindedAt = async (of: Scope, id: typeof broken) =>
      (await room.contract(await room.staff(of, 'viewer'), id)).remindedAt;
    expect(await remindedAt(other, whole)).toEqual(room.clock.now().toISOString());
    expect(await remindedAt(scope, broken)).toBeNull();
    writing.mockRestore();
    expect(await room.remind()).toBe(1);
    expect(await remindedAt(scope, broken)).toEqual(room.clock.now().toISOString());
  });
});
