import { type Scope, Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MethodsRoom } from './payment-methods.testing';

const hourMs = 3_600_000;

let room: MethodsRoom;
let scope: Scope;
let email: string;
let contractId: Id;

// A round looks at every agency there is: each test has a system of its own. Its clocks have run out
// by the time of the machine, in which the worker lives that dies.
beforeEach(async () => {
  room = await MethodsRoom.open(new Date(Date.now() - 30 * 24 * hourMs));
  scope = await room.agency();
  const merchantId = await room.merchant(scope);
  email = `${newId()}@merchant.test`;
  const merchant = await room.ownerOf(scope, merchantId, email);
  contractId = (await room.request(merchant, merchantId, 'VISA')).body.id;
  room.clock.advance({ ms: Date.now() + hourMs - room.clock.millis() });
});

afterEach(() => room.close());

async function dies(failpoint: string): Promise<void> {
  const worker = await room.process({ app: 'worker', failpoint });
  expect(await worker.ended()).toBe('SIGKILL');
}

const carried = () => room.mails().filter((mail) => mail.includes(`To: ${email}`)).length;
const remindedAt = async () =>
  (await room.contract(await room.staff(scope, 'viewer'), contractId)).remindedAt;

async function posted(): Promise<number> {
  const [row] = await room.test.app
    .get(Work)
    .read(scope, (tx) =>
      tx.sql<{ count: number }>(
        'select count(*)::int as count from mail where agency_id = $1 and about_id = $2',
        [scope.agencyId, contractId],
      ),
    );
  return row!.count;
}

describe('kill -9 of the worker that reminds', () => {
  it('inside the reminder leaves none of it, and the next round reminds once', async () => {
    await dies('method-reminder.put');
    expect([await posted(), await remindedAt()]).toEqual([0, null]);
    expect(await room.remind()).toBe(1);
    expect(await room.remind()).toBe(0);
    await expect.poll(carried).toBe(1);
    expect([await posted(), await remindedAt()]).toEqual([1, room.clock.now().toISOString()]);
  });

  it('after the reminder and before its mail went keeps the mail: it goes, once', async () => {
    await dies('method-reminder.done');
    expect([await posted(), await remindedAt()]).toEqual([1, expect.any(String)]);
    expect(await room.remind()).toBe(0);
    await expect.poll(carried).toBe(1);
    expect(await posted()).toBe(1);
  });
});
