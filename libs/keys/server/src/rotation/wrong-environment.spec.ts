import type {
  EnteredBatchKeys,
  KeyRotation,
  KeyVersions,
  RotationBatch,
} from '@toonbank/keys/contract';
import type { ProblemDocument } from '@toonbank/primitives';
import { TestBank } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';

let production: TestBank;
let room: KeysRoom;
let tenant: Tenant;

beforeAll(async () => {
  production = await TestBank.start();
  room = await KeysRoom.open();
  // The two environments of the bank have addresses of their own, as in real life.
  Object.assign(room.test.config.bankUrls, { production: production.url });
});
beforeEach(async () => {
  tenant = await room.tenant();
});
afterAll(async () => {
  await room.close();
  await production.stop();
});

type Answer = KeyRotation & ProblemDocument;

const keysOf = (id: string) => `/v1/webshops/${id}/environments/sandbox/keys`;
const statesOf = async (id: string) => {
  const { body } = await tenant.staff.get<KeyVersions>(keysOf(id));
  const bank = body.items.filter(({ kind }) => kind === 'bank');
  return bank.map(({ version, state }) => `${version} ${state}`).join(', ');
};
async function ofProduction() {
  const { signingKey, refreshToken } = await production.webshop('production');
  return { signingKey, refreshToken };
}

describe('keys of production in the sandbox', () => {
  it('are recognised when they are entered at once, and nothing is stored', async () => {
    const { id } = await room.selling(tenant);
    const entered = await tenant.staff.put<Answer>(`${keysOf(id)}/bank`, await ofProduction());
    expect(entered.status).toBe(422);
    expect(entered.body).toMatchObject({
      ...{ code: 'wrong-environment', path: 'refreshToken' },
      title: 'This refresh token belongs to production.',
    });
    expect(await statesOf(id)).toBe('1 active');
  });

  it('are recognised when a renewal is proven, which goes no further and can be broken off', async () => {
    const { id } = await room.selling(tenant);
    const begun = await tenant.staff.post<Answer>(`${keysOf(id)}/rotations`, await ofProduction());
    const steps = `/v1/key-rotations/${begun.body.id}/steps`;
    const take = (step: string) => tenant.staff.post<Answer>(steps, { step });
    for (const time of ['once', 'again']) {
      const { status, body } = await take('prove');
      expect([time, status, body.code, body.path]).toEqual([
        ...[time, 422, 'wrong-environment', 'refreshToken'],
      ]);
    }
    expect((await take('cut-over')).body.code).toBe('rotation-step');
    expect(await statesOf(id)).toBe('2 staged, 1 active');
    expect((await take('abandon')).body.state).toBe('abandoned');
    expect(await statesOf(id)).toBe('2 retired, 1 active');
  });

  it('fail by themselves in a batch, with the reason; the others go on', async () => {
    const [wrong, right] = [await room.selling(tenant), await room.selling(tenant)];
    const batches = '/v1/key-rotation-batches';
    const { body: batch } = await tenant.staff.post<RotationBatch>(batches, {
      environment: 'sandbox',
      webshopIds: [wrong.id, right.id],
    });
    const { signingKey, refreshToken } = await room.bank.renew(right.pair, { replace: 'overlap' });
    const { body } = await tenant.staff.put<EnteredBatchKeys>(`${batches}/${batch.id}/keys`, {
      items: [
        { webshopId: wrong.id, ...(await ofProduction()) },
        { webshopId: right.id, signingKey, refreshToken },
      ],
    });
    expect(body.faults).toEqual([]);
    await tenant.staff.post(`${batches}/${batch.id}/steps`, { step: 'start' });
    await room.renewMany();
    const { body: after } = await tenant.staff.get<RotationBatch>(`${batches}/${batch.id}`);
    const told = after.items.map(({ webshopId, state, trouble }) => [webshopId, state, trouble]);
    expect(told).toContainEqual([wrong.id, 'failed', 'wrong-environment']);
    expect(told).toContainEqual([right.id, 'cut-over', null]);
    expect(await statesOf(wrong.id)).toBe('2 staged, 1 active');
    expect(await statesOf(right.id)).toBe('2 active, 1 draining');
  });
});
