import type { KeyVersion } from '@toonbank/keys/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import { TestClock, waitsOf } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';

let room: KeysRoom;
let tenant: Tenant;
let clock: TestClock;

// A round looks at every agency there is: each test has a system of its own.
beforeEach(async () => {
  clock = new TestClock(new Date());
  room = await KeysRoom.open(clock);
  tenant = await room.tenant();
  await expiring();
  await expiring();
});

async function expiring(): Promise<void> {
  const webshop = await room.webshop(tenant);
  const path = `/v1/webshops/${webshop.id}/environments/production/keys`;
  const { signingKey, refreshToken } = await room.bank.webshop('production');
  const { body } = await tenant.staff.put<KeyVersion>(`${path}/bank`, { signingKey, refreshToken });
  await room.forgetExpiry(tenant, body.id);
  const expiresOn = dayAfter(dayOf(new Date()), 20);
  await tenant.staff.put(`${path}/${body.id}/expiry`, { expiresOn });
}

afterEach(() => room.close());

const waits = () => waitsOf(room.test.app, tenant.scope);
const mails = (count: number) => room.mailsTo(tenant.email, count);

async function dies(failpoint: string): Promise<void> {
  const worker = await room.process({ app: 'worker', failpoint });
  expect(await worker.ended()).toBe('SIGKILL');
}

describe('kill -9 of the worker that warns of two keys in one mail', () => {
  it('between the warnings leaves none of them, and the next round warns once', async () => {
    await dies('key-expiry.put');
    expect([await waits(), await mails(0)]).toEqual([[], []]);
    expect(await room.lookOut()).toBe(2);
    expect(await waits()).toMatchObject([{ kind: 'key-expiry' }, { kind: 'key-expiry' }]);
    expect(await mails(1)).toHaveLength(1);
    expect(await room.lookOut()).toBe(0);
  });

  it('after the warning and before its mail went keeps the mail: it goes, once', async () => {
    await dies('key-expiry.done');
    expect(await waits()).toMatchObject([{ kind: 'key-expiry' }, { kind: 'key-expiry' }]);
    // The dead one lived in the time of the machine: here its mail is due a little later.
    clock.advance({ hours: 1 });
    expect(await room.lookOut()).toBe(0);
    expect(await mails(1)).toHaveLength(1);
  });
});
