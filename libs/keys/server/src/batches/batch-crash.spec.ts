import type { AuditPage } from '@toonbank/audit/contract';
import type {
  EnteredBatchKeys,
  KeyRotationPage,
  KeyVersions,
  RotationBatch,
} from '@toonbank/keys/contract';
import { type BankWebshop, TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';

/** As long as a dead worker keeps others from its batch. */
const heldMs = 90_000;

interface Shop {
  readonly id: string;
  readonly pair: BankWebshop;
  readonly fresh: { readonly signingKey: string; readonly refreshToken: string };
}

// The processes that die live in the time of the machine; this one goes on after them.
const clock = new TestClock(new Date());
let room: KeysRoom;
let tenant: Tenant;
let shops: Shop[];

beforeAll(async () => {
  room = await KeysRoom.open(clock, { whole: true });
});

beforeEach(async () => {
  itIs(Date.now());
  tenant = await room.tenant();
  shops = [await renewedAtBank(), await renewedAtBank()];
});

afterAll(() => room.close());

const itIs = (millis: number) => clock.advance({ ms: millis - clock.millis() });
const batches = '/v1/key-rotation-batches';
const keysOf = (id: string) => `/v1/webshops/${id}/environments/sandbox/keys`;

async function renewedAtBank(): Promise<Shop> {
  const shop = await room.selling(tenant);
  return { ...shop, fresh: await room.bank.renew(shop.pair, { replace: 'overlap' }) };
}

const keys = () => ({
  items: shops.map(({ id: webshopId, fresh: { signingKey, refreshToken } }) => ({
    ...{ webshopId, signingKey, refreshToken },
  })),
});
const enter = (id: string) => tenant.staff.put<EnteredBatchKeys>(`${batches}/${id}/keys`, keys());
const read = async (id: string) => (await tenant.staff.get<RotationBatch>(`${batches}/${id}`)).body;
const states = async (id: string) => (await read(id)).items.map(({ state }) => state).sort();

async function planned(): Promise<string> {
  const asked = { environment: 'sandbox', webshopIds: shops.map(({ id }) => id) };
  return (await tenant.staff.post<RotationBatch>(batches, asked)).body.id;
}

const start = (id: string) => tenant.staff.post(`${batches}/${id}/steps`, { step: 'start' });

async function renewals(): Promise<string[]> {
  const list = '/v1/key-rotations?environment=sandbox';
  const { items } = (await tenant.staff.get<KeyRotationPage>(list)).body;
  return items.map(({ state }) => state).sort();
}

/** What was done about a webshop's renewal, the oldest first. */
async function actsOf({ id }: Shop): Promise<string[]> {
  const { items } = (await tenant.staff.get<AuditPage>('/v1/audit')).body;
  const own = items.filter(({ act, subject }) => /^key-rotation\./.test(act) && subject?.id === id);
  return own.map(({ act }) => act.replace('key-rotation.', '')).reverse();
}

/** Every webshop's calls go under its new pair, and what the bank signs with either is taken. */
async function allRenewed(id: string): Promise<void> {
  expect(await read(id)).toMatchObject({ state: 'ended', counts: { 'cut-over': 2, failed: 0 } });
  for (const shop of shops) {
    const inside = room.inside(tenant, shop, 'sandbox');
    const signedWith = [shop.fresh.signingKey, shop.pair.signingKey];
    expect(await room.takes(inside, signedWith)).toEqual([true, true]);
    const { items } = (await tenant.staff.get<KeyVersions>(keysOf(shop.id))).body;
    const bank = items.filter(({ kind }) => kind === 'bank').map(({ state }) => state);
    const used = bank.filter((state) => state !== 'retired');
    expect(used).toEqual(['active', 'draining']);
  }
}

describe('kill -9 of the worker', () => {
  it.each([
    ['before the bank is asked', 'batch-step.claimed', 1, ['staged', 'staged'], 4],
    ['after the bank answered', 'rotation-step.proven', 1, ['staged', 'staged'], 4],
    ['inside a step', 'rotation-step.put', 1, ['staged', 'staged'], 4],
    ['between a step and the word of its batch', 'rotation-step.done', 1, ['dual', 'staged'], 3],
    ['between the last step and that', 'rotation-step.done', 4, ['cut-over', 'cut-over'], 0],
  ])(
    '%s: another goes on when its time is over, each step once',
    async (_when, failpoint, nth, left, open) => {
      const id = await planned();
      await enter(id);
      await start(id);
      const worker = await room.process({ app: 'worker', failpoint, nth });
      expect(await worker.ended()).toBe('SIGKILL');
      expect(await renewals()).toEqual(left);
      itIs(Date.now());
      expect(await room.renewMany()).toBe(0);
      expect((await read(id)).state).toBe('running');
      itIs(Date.now() + heldMs);
      expect(await room.renewMany()).toBe(open);
      await allRenewed(id);
      for (const shop of shops) expect(await actsOf(shop)).toEqual(['begun', 'proven', 'cut-over']);
    },
    60_000,
  );

  it('after the word of its batch holds up nobody', async () => {
    const id = await planned();
    await enter(id);
    await start(id);
    const worker = await room.process({ app: 'worker', failpoint: 'batch-step.written' });
    expect(await worker.ended()).toBe('SIGKILL');
    itIs(Date.now());
    expect(await room.renewMany()).toBe(3);
    await allRenewed(id);
  });
});

describe('kill -9 of the API while keys are entered', () => {
  it.each([
    ['inside the second webshop', 'rotation-start.put', 2, ['ready', 'waiting']],
    ['between a pair and the word of its batch', 'rotation-start.done', 1, ['waiting', 'waiting']],
    ['between the pair that goes and its next', 'rotation-step.done', 1, ['ready', 'waiting']],
  ])(
    '%s: the old pairs stay in use, and the same keys may be entered again',
    async (_when, failpoint, nth, left) => {
      const id = await planned();
      // Only what was entered before makes place.
      if (failpoint.startsWith('rotation-step')) await enter(id);
      const api = await room.process({ app: 'api', failpoint, nth });
      const again = tenant.staff.askAt(api, 'PUT', `${batches}/${id}/keys`, keys());
      await expect(again).rejects.toThrow();
      expect(await api.ended()).toBe('SIGKILL');
      expect(await states(id)).toEqual(left);
      for (const shop of shops) {
        const inside = room.inside(tenant, shop, 'sandbox');
        expect(await room.takes(inside, [shop.pair.signingKey])).toEqual([true]);
      }
      expect((await enter(id)).body).toMatchObject({ faults: [], batch: { counts: { ready: 2 } } });
      expect((await renewals()).filter((state) => state !== 'abandoned')).toHaveLength(2);
      await start(id);
      expect(await room.renewMany()).toBe(4);
      await allRenewed(id);
    },
    60_000,
  );
});
