import type { AuditPage } from '@toonbank/audit/contract';
import type {
  EnteredBatchKeys,
  KeyRotation,
  KeyVersions,
  RotationBatch,
  RotationBatchPage,
} from '@toonbank/keys/contract';
import { newId, type ProblemDocument } from '@toonbank/primitives';
import { type BankWebshop, TestClock } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant, waiting } from '../keys.testing';

type Answer = RotationBatch & ProblemDocument;

let room: KeysRoom;
let tenant: Tenant;
let clock: TestClock;
let shops: Shop[];

interface Shop {
  readonly id: string;
  readonly pair: BankWebshop;
}

const batches = '/v1/key-rotation-batches';
const keysOf = (id: string) => `/v1/webshops/${id}/environments/sandbox/keys`;

// A round looks at every agency there is: each test has a system of its own.
beforeEach(async () => {
  waiting.orders = 0;
  clock = new TestClock(new Date());
  room = await KeysRoom.open(clock);
  tenant = await room.tenant();
  shops = [];
  for (let made = 0; made < 3; made++) shops.push(await room.selling(tenant));
});
afterEach(() => room.close());

const plan = (more: object) =>
  tenant.staff.post<Answer>(batches, { environment: 'sandbox', ...more });
const planned = async () => (await plan({ webshopIds: shops.map(({ id }) => id) })).body;
const read = async (id: string) => (await tenant.staff.get<RotationBatch>(`${batches}/${id}`)).body;
const take = (id: string, step: string) =>
  tenant.staff.post<Answer>(`${batches}/${id}/steps`, { step });
const enter = (id: string, items: object[]) =>
  tenant.staff.put<EnteredBatchKeys & ProblemDocument>(`${batches}/${id}/keys`, { items });

async function renewed({ id, pair }: Shop) {
  const { signingKey, refreshToken } = await room.bank.renew(pair, { replace: 'overlap' });
  return { webshopId: id, signingKey, refreshToken };
}

const all = () => Promise.all(shops.map(renewed));
const states = async (id: string) => (await read(id)).items.map(({ state }) => state).sort();
const pairsOf = async ({ id }: Shop) => {
  const { body } = await tenant.staff.get<KeyVersions>(keysOf(id));
  const bank = body.items.filter(({ kind }) => kind === 'bank');
  return bank.map(({ version, state }) => `${version} ${state}`).join(', ');
};

describe('renewing the keys of many webshops', () => {
  it('is planned, started, and done one after the other', async () => {
    const batch = await planned();
    expect(batch).toMatchObject({ state: 'planned', steps: ['start', 'end'] });
    expect(batch.counts).toMatchObject({ waiting: 3, ready: 0 });
    const { body } = await enter(batch.id, await all());
    expect([body.faults, body.batch.counts.ready]).toEqual([[], 3]);
    expect(await room.renewMany()).toBe(0);
    expect((await take(batch.id, 'start')).body.state).toBe('running');
    expect(await room.renewMany()).toBe(6);
    const done = await read(batch.id);
    expect([done.state, done.counts['cut-over'], done.steps]).toEqual(['ended', 3, ['retire']]);
    for (const shop of shops) expect(await pairsOf(shop)).toBe('2 active, 1 draining');
    const { body: list } = await tenant.staff.get<RotationBatchPage>(
      `${batches}?environment=sandbox`,
    );
    expect(list.items).toMatchObject([{ id: batch.id, state: 'ended', plannedBy: tenant.email }]);
    const { body: log } = await tenant.staff.get<AuditPage>('/v1/audit');
    const acts = log.items.map(({ act }) => act).filter((act) => act.includes('batch'));
    expect(acts).toEqual(['key-rotation-batch.started', 'key-rotation-batch.planned']);
  });

  it('stands once while it says the same, also when it is asked for twice at once', async () => {
    const [batch, same] = await Promise.all([planned(), planned()]);
    expect(same.id).toBe(batch.id);
    const { body: other } = await plan({ webshopIds: [shops[0]!.id] });
    expect(other.id).not.toBe(batch.id);
    await enter(batch.id, [await renewed(shops[0]!)]);
    expect((await planned()).id).toBe(batch.id);
    await take(batch.id, 'start');
    expect((await planned()).id).not.toBe(batch.id);
  });

  it('says of each webshop what stands in its way, and goes on with the others', async () => {
    const without = await room.webshop(tenant, `${newId()}.example`);
    const { body: batch } = await plan({ webshopIds: [...shops.map(({ id }) => id), without.id] });
    const barred = batch.items.find(({ webshopId }) => webshopId === without.id);
    expect(barred).toMatchObject({ state: 'barred', trouble: 'rotation-without-keys' });
    const [first, second, third] = await all();
    const swapped = {
      ...first!,
      signingKey: first!.refreshToken,
      refreshToken: first!.signingKey,
    };
    const { body } = await enter(batch.id, [
      swapped,
      { ...second!, refreshToken: 'a.b.c' },
      third!,
      { ...third!, webshopId: without.id },
    ]);
    expect(body.faults.map(({ webshopId, code, path }) => [webshopId, code, path])).toEqual([
      [first!.webshopId, 'keys-swapped', 'signingKey'],
      [without.id, 'batch-webshop', null],
    ]);
    await take(batch.id, 'start');
    await room.renewMany();
    expect(await states(batch.id)).toEqual(['barred', 'cut-over', 'failed', 'waiting']);
    const failed = (await read(batch.id)).items.find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ webshopId: second!.webshopId, trouble: 'keys-refused' });
    const again = await enter(batch.id, [first!, second!]);
    expect(again.body.faults).toEqual([]);
    await room.renewMany();
    expect(await read(batch.id)).toMatchObject({ state: 'ended', counts: { 'cut-over': 3 } });
  });

  it('stops between two webshops, and goes on where it was', async () => {
    const { id } = await planned();
    await enter(id, await all());
    await take(id, 'start');
    await room.bank.misbehave({ call: 'refresh', kind: 'reset', times: 99 });
    await room.renewMany();
    expect((await take(id, 'stop')).body.state).toBe('stopped');
    expect((await take(id, 'stop')).status).toBe(200);
    await fetch(`${room.bank.url}/control/misdeeds`, { method: 'DELETE' });
    clock.advance({ ms: 60_000 });
    expect(await room.renewMany()).toBe(0);
    expect(await states(id)).toEqual(['ready', 'ready', 'ready']);
    await take(id, 'start');
    expect(await room.renewMany()).toBe(6);
    expect((await read(id)).state).toBe('ended');
  });

  it('asks a silent bank again, later each time, and then a person', async () => {
    const { id } = await planned();
    const [first] = await all();
    await enter(id, [first!]);
    await take(id, 'start');
    await room.bank.misbehave({ call: 'refresh', kind: 'reset', times: 999 });
    for (const pause of [0, 15_000, 30_000, 60_000, 120_000, 240_000]) {
      clock.advance({ ms: pause });
      expect(await room.renewMany()).toBe(1);
      expect(await room.renewMany()).toBe(0);
    }
    const item = (await read(id)).items.find(({ webshopId }) => webshopId === first!.webshopId);
    expect(item).toMatchObject({ state: 'failed', trouble: 'bank-no-answer' });
    await fetch(`${room.bank.url}/control/misdeeds`, { method: 'DELETE' });
    await room.signInAgain(tenant);
    await take(id, 'stop');
    expect((await take(id, 'start')).body.counts).toMatchObject({ failed: 0, ready: 1 });
    expect(await room.renewMany()).toBe(2);
    expect((await read(id)).counts).toMatchObject({ 'cut-over': 1, failed: 0 });
  });

  it('destroys old pairs on the word of a person, each once that is safe', async () => {
    const { id } = await planned();
    await enter(id, await all());
    await take(id, 'start');
    await room.renewMany();
    expect((await take(id, 'retire')).body).toMatchObject({ state: 'running', retires: true });
    await room.renewMany();
    expect((await read(id)).counts).toMatchObject({ 'cut-over': 3, retired: 0 });
    waiting.orders = 1;
    clock.advance({ ms: 25 * 3_600_000 });
    await room.signInAgain(tenant);
    await room.renewMany();
    expect((await read(id)).counts).toMatchObject({ 'cut-over': 3, retired: 0 });
    waiting.orders = 0;
    clock.advance({ ms: 16 * 60_000 });
    await room.renewMany();
    await room.signInAgain(tenant);
    expect(await read(id)).toMatchObject({ state: 'ended', counts: { retired: 3 } });
    for (const shop of shops) expect(await pairsOf(shop)).toBe('2 active, 1 retired');
  });

  it('is done once by two workers, and takes along what is done by hand', async () => {
    const { body: byHand } = await tenant.staff.post<KeyRotation>(
      `${keysOf(shops[0]!.id)}/rotations`,
      { ...(await renewed(shops[0]!)), webshopId: undefined },
    );
    const batch = await planned();
    expect(batch.items.filter(({ state }) => state === 'ready')).toMatchObject([
      { rotationId: byHand.id },
    ]);
    await enter(batch.id, [await renewed(shops[1]!), await renewed(shops[2]!)]);
    await take(batch.id, 'start');
    await tenant.staff.post(`/v1/key-rotations/${byHand.id}/steps`, { step: 'prove' });
    await Promise.all([room.renewMany(), room.renewMany()]);
    expect(await read(batch.id)).toMatchObject({ state: 'ended', counts: { 'cut-over': 3 } });
    for (const shop of shops) expect(await pairsOf(shop)).toBe('2 active, 1 draining');
  });

  it('replaces keys that were not proven yet, however often they are entered', async () => {
    const { id } = await planned();
    const keys = await all();
    for (let times = 0; times < 3; times++) {
      const { body } = await enter(id, keys);
      expect([body.faults, body.batch.counts.ready]).toEqual([[], 3]);
    }
    await take(id, 'start');
    await room.renewMany();
    expect((await enter(id, keys)).body.code).toBe('batch-ended');
  });

  it('keeps what the bank said of earlier keys away from those that were entered meanwhile', async () => {
    const { id } = await planned();
    const [keys] = await all();
    await enter(id, [{ ...keys!, refreshToken: 'a.b.c' }]);
    await take(id, 'start');
    await room.bank.misbehave({ call: 'refresh', kind: 'slow', value: 700, times: 2 });
    const round = room.renewMany();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await enter(id, [keys!])).body.faults).toEqual([]);
    await round;
    await room.renewMany();
    expect((await read(id)).counts).toMatchObject({ failed: 0, 'cut-over': 1 });
  });

  it('is planned by when keys expire', async () => {
    const { body } = await tenant.staff.get<KeyVersions>(keysOf(shops[1]!.id));
    const key = body.items.find(({ kind }) => kind === 'bank');
    await room.putExpiry(tenant, key!.id, new Date(clock.millis() + 5 * 86_400_000));
    const soon = await plan({ expires: 'within-7' });
    expect(soon.body.items.map(({ webshopId }) => webshopId)).toEqual([shops[1]!.id]);
    expect((await plan({ expires: 'unknown' })).body.code).toBe('batch-empty');
    const both = await plan({ expires: 'within-7', webshopIds: [shops[0]!.id] });
    expect([both.status, (await plan({})).status]).toEqual([422, 422]);
  });

  it('is nobody else’s: not to see, not to enter keys in, not with their webshops', async () => {
    const { id } = await planned();
    const { staff } = await room.tenant();
    expect((await staff.get(`${batches}/${id}`)).status).toBe(404);
    expect((await staff.post(`${batches}/${id}/steps`, { step: 'start' })).status).toBe(404);
    const [keys] = await all();
    expect((await staff.put(`${batches}/${id}/keys`, { items: [keys] })).status).toBe(404);
    const theirs = { environment: 'sandbox', webshopIds: [shops[0]!.id] };
    expect((await staff.post(batches, theirs)).status).toBe(404);
    expect((await staff.get<RotationBatchPage>(batches)).body.items).toEqual([]);
  });

  it('that has ended is not started, nor stopped', async () => {
    const { id } = await planned();
    expect((await take(id, 'end')).body.state).toBe('ended');
    for (const step of ['start', 'stop']) {
      const { status, body } = await take(id, step);
      expect([status, body.code]).toEqual([409, 'batch-step']);
    }
  });

  it('that a person ended half-way renews nothing more, and destroys nothing', async () => {
    const { id } = await planned();
    await enter(id, await all());
    const ended = await take(id, 'end');
    expect([ended.body.state, ended.body.steps]).toEqual(['ended', []]);
    const { status, body } = await take(id, 'retire');
    expect([status, body.code]).toEqual([409, 'batch-step']);
    expect(await room.renewMany()).toBe(0);
    for (const shop of shops) expect(await pairsOf(shop)).toBe('2 staged, 1 active');
  });
});
