import type { AuditPage } from '@toonbank/audit/contract';
import type {
  KeyRotationPage,
  KeyVersions,
  RotationBatch,
  RotationBatchPage,
} from '@toonbank/keys/contract';
import { type BankWebshop, TestClock, type TestProcess } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';

interface Shop {
  readonly id: string;
  readonly pair: BankWebshop;
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
  shops = [await room.selling(tenant), await room.selling(tenant)];
});

afterAll(() => room.close());

const itIs = (millis: number) => clock.advance({ ms: millis - clock.millis() });
const batches = '/v1/key-rotation-batches';
const keysOf = (id: string) => `/v1/webshops/${id}/environments/sandbox/keys`;
const plan = () => ({
  path: batches,
  body: { environment: 'sandbox', webshopIds: shops.map(({ id }) => id) },
});
const turn = (id: string, step: string) => ({ path: `${batches}/${id}/steps`, body: { step } });
type Request = ReturnType<typeof plan | typeof turn>;

const ask = ({ path, body }: Request) => tenant.staff.post<RotationBatch>(path, body);

/** A batch with its new pairs, as it is before somebody starts it. */
async function entered(): Promise<string> {
  const { id } = (await ask(plan())).body;
  const items = [];
  for (const { id: webshopId, pair } of shops) {
    const { signingKey, refreshToken } = await room.bank.renew(pair, { replace: 'overlap' });
    items.push({ webshopId, signingKey, refreshToken });
  }
  await tenant.staff.put(`${batches}/${id}/keys`, { items });
  return id;
}

/** One dies before the COMMIT, the other after it and before it answers. */
const both = (where: string) =>
  Promise.all(
    ['put', 'done'].map((at) => room.process({ app: 'api', failpoint: `${where}.${at}` })),
  );

async function dies(api: TestProcess | undefined, { path, body }: Request): Promise<void> {
  await expect(tenant.staff.askAt(api!, 'POST', path, body)).rejects.toThrow();
  expect(await api!.ended()).toBe('SIGKILL');
}

/** All that a turn of a batch changes or must not change, the newest first. */
async function whole() {
  const { staff } = tenant;
  const { body: list } = await staff.get<RotationBatchPage>(`${batches}?environment=sandbox`);
  const read = list.items.map(({ id }) => staff.get<RotationBatch>(`${batches}/${id}`));
  const { body: log } = await staff.get<AuditPage>('/v1/audit');
  const { body: renewals } = await staff.get<KeyRotationPage>(
    '/v1/key-rotations?environment=sandbox',
  );
  const pairs = [];
  for (const { id } of shops) {
    const { items } = (await staff.get<KeyVersions>(keysOf(id))).body;
    pairs.push(items.filter(({ kind }) => kind === 'bank').map(({ state }) => state));
  }
  return {
    batches: (await Promise.all(read)).map(({ body }) => body),
    acts: log.items.map(({ act }) => act).filter((act) => act.startsWith('key-rotation-batch.')),
    renewals: renewals.items.map(({ state }) => state),
    pairs,
  };
}

const renewed = [
  ['active', 'draining'],
  ['active', 'draining'],
];
const turns = [
  { step: 'start', after: [], act: 'started', left: { state: 'running' } },
  { step: 'stop', after: ['start'], act: 'stopped', left: { state: 'stopped' } },
  { step: 'start', after: ['start', 'stop'], act: 'started', left: { state: 'running' } },
  { step: 'end', after: ['start'], act: 'ended', left: { state: 'ended' } },
];

describe('kill -9 of the API', () => {
  it('over a plan leaves no batch or one, and the same plan stands once', async () => {
    const [first, second] = await both('batch-plan');
    const before = await whole();
    expect(before.batches).toEqual([]);
    await dies(first, plan());
    expect(await whole()).toEqual(before);
    await dies(second, plan());
    const done = await whole();
    expect(done).toMatchObject({ acts: ['key-rotation-batch.planned'], renewals: [] });
    expect(done.batches).toMatchObject([{ state: 'planned', counts: { waiting: 2 } }]);
    // Who was not answered asks again.
    const again = await ask(plan());
    expect([again.status, again.body]).toEqual([201, done.batches[0]]);
    expect(await whole()).toEqual(done);
  }, 60_000);

  it.each(turns)(
    'over "$step" after $after leaves the batch before it or after it, and it goes on',
    async ({ step, after, act, left }) => {
      const [first, second] = await both('batch-turn');
      const id = await entered();
      for (const earlier of after) await ask(turn(id, earlier));
      const before = await whole();
      await dies(first, turn(id, step));
      expect(await whole()).toEqual(before);
      await dies(second, turn(id, step));
      const done = await whole();
      expect(done).toMatchObject({ ...before, batches: [left], acts: expect.anything() });
      expect(done.acts).toEqual([`key-rotation-batch.${act}`, ...before.acts]);
      expect((await ask(turn(id, step))).status).toBe(200);
      expect(await whole()).toEqual(done);
      if (left.state === 'stopped') await ask(turn(id, 'start'));
      itIs(Date.now());
      expect(await room.renewMany()).toBe(left.state === 'ended' ? 0 : 4);
      if (left.state !== 'ended') expect((await whole()).pairs).toEqual(renewed);
    },
    60_000,
  );

  it('over the word to destroy old pairs destroys each once, and never asks for it twice', async () => {
    const [first, second] = await both('batch-turn');
    const id = await entered();
    await ask(turn(id, 'start'));
    await room.renewMany();
    const before = await whole();
    expect(before).toMatchObject({ batches: [{ state: 'ended', retires: false }], pairs: renewed });
    await dies(first, turn(id, 'retire'));
    expect(await whole()).toEqual(before);
    await dies(second, turn(id, 'retire'));
    const done = await whole();
    const acts = ['key-rotation-batch.retiring', ...before.acts];
    expect(done).toMatchObject({ batches: [{ state: 'running', retires: true }], acts });
    expect((await ask(turn(id, 'retire'))).status).toBe(200);
    expect(await whole()).toEqual(done);
    itIs(Date.now() + 25 * 3_600_000);
    await room.signInAgain(tenant);
    expect(await room.renewMany()).toBe(2);
    const gone = await whole();
    expect(gone).toMatchObject({ batches: [{ state: 'ended', counts: { retired: 2 } }], acts });
    // Who was not answered asks again, however late.
    expect((await ask(turn(id, 'retire'))).status).toBe(200);
    expect(await whole()).toEqual(gone);
  }, 60_000);
});
