import type { AuditPage } from '@toonbank/audit/contract';
import { TokenSource } from '@toonbank/bank-client/server';
import type { KeyRotation, KeyRotationPage, KeyVersions } from '@toonbank/keys/contract';
import type { ProblemDocument } from '@toonbank/primitives';
import type { CreatedWebshop, WebshopDetail } from '@toonbank/shop/contract';
import { type BankWebshop, type TestProcess, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';

// The processes that die are the whole API; this one goes on after them, on the same rows.
let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;
let pair: BankWebshop;
/** A new pair, as it is pasted. */
let fresh: Awaited<ReturnType<typeof beginning>>;

beforeAll(async () => {
  room = await KeysRoom.open(undefined, { whole: true });
});

beforeEach(async () => {
  tenant = await room.tenant();
  webshop = await room.webshop(tenant);
  pair = await room.bank.webshop('sandbox');
  const { signingKey, refreshToken } = pair;
  await tenant.staff.put(`${keys()}/bank`, { signingKey, refreshToken });
  fresh = await beginning();
});

afterAll(() => room.close());

type Answer = KeyRotation & ProblemDocument;
interface Request {
  readonly path: string;
  readonly body: object;
}

const keys = () => `/v1/webshops/${webshop.id}/environments/sandbox/keys`;
async function beginning() {
  const { signingKey, refreshToken } = await room.bank.renew(pair, { replace: 'overlap' });
  return { path: `${keys()}/rotations`, body: { signingKey, refreshToken } };
}
const stepOf = (id: string, step: string) => ({
  path: `/v1/key-rotations/${id}/steps`,
  body: { step, ...(step === 'retire' && { anyway: true }) },
});
const ask = ({ path, body }: Request) => tenant.staff.post<Answer>(path, body);
const mortal = (failpoint: string) => room.process({ app: 'api', failpoint });

/** The same is asked of an API that dies over it. */
async function dies(api: TestProcess, { path, body }: Request): Promise<void> {
  await expect(tenant.staff.askAt(api, 'POST', path, body)).rejects.toThrow();
  expect(await api.ended()).toBe('SIGKILL');
}

/** One dies before the COMMIT, the other after it and before it answers. */
const both = (where: string) =>
  Promise.all([mortal(`${where}.put`), mortal(`${where}.done`)] as const);

/** All that a renewal changes, as those see it who use it. */
async function whole() {
  const { app } = room.test;
  const inside = room.inside(tenant, webshop, 'sandbox');
  const { items } = (await tenant.staff.get<KeyVersions>(keys())).body;
  const signedWith = [fresh.body.signingKey, pair.signingKey];
  const { body: list } = await tenant.staff.get<KeyRotationPage>(
    '/v1/key-rotations?environment=sandbox',
  );
  const { body: log } = await tenant.staff.get<AuditPage>('/v1/audit');
  const { body: shop } = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  const waits = await waitsOf(app, tenant.scope);
  return {
    pairs: items.filter(({ kind }) => kind === 'bank').map((one) => `${one.version} ${one.state}`),
    takes: await room.takes(inside, signedWith),
    calls: (await app.get(TokenSource).refreshToken(inside))?.version,
    renewals: list.items.map(({ state }) => state),
    acts: log.items.map(({ act }) => act).filter((act) => act.startsWith('key-rotation.')),
    waits: waits.map(({ kind, facts }) => `${kind} ${String(facts['state'])}`),
    provenAt: shop.environments.find(({ environment }) => environment === 'sandbox')?.keysProvenAt,
  };
}

const steps = [
  {
    ...{ step: 'prove', after: [], act: 'proven', next: 'cut-over' },
    left: { pairs: ['2 proven', '1 active'], takes: [true, true], calls: 1, renewals: ['dual'] },
  },
  {
    ...{ step: 'cut-over', after: ['prove'], act: 'cut-over', next: 'roll-back' },
    left: { pairs: ['2 active', '1 draining'], takes: [true, true], calls: 2 },
  },
  {
    ...{ step: 'roll-back', after: ['prove', 'cut-over'], act: 'rolled-back', next: 'cut-over' },
    left: { pairs: ['2 proven', '1 active'], takes: [true, true], calls: 1, renewals: ['dual'] },
  },
  {
    ...{ step: 'retire', after: ['prove', 'cut-over'], act: 'retired-early', next: null },
    left: { pairs: ['2 active', '1 retired'], takes: [true, false], calls: 2, waits: [] },
  },
  {
    ...{ step: 'abandon', after: ['prove'], act: 'abandoned', next: null },
    left: { pairs: ['2 retired', '1 active'], takes: [false, true], calls: 1, waits: [] },
  },
];

describe('kill -9 of the API', () => {
  it.each(steps)(
    'over "$step" leaves the renewal before it or after it, and it goes on',
    async ({ step, after, act, next, left }) => {
      const [first, second] = await both('rotation-step');
      const { id } = (await ask(fresh)).body;
      for (const earlier of after) await ask(stepOf(id, earlier));
      const before = await whole();
      await dies(first, stepOf(id, step));
      expect(await whole()).toEqual(before);
      await dies(second, stepOf(id, step));
      const done = await whole();
      expect(done).toMatchObject({ ...left, acts: [`key-rotation.${act}`, ...before.acts] });
      // Who was not answered asks again.
      expect((await ask(stepOf(id, step))).status).toBe(200);
      expect(await whole()).toEqual(done);
      const on = await ask(next ? stepOf(id, next) : await beginning());
      expect(on.status).toBe(next ? 200 : 201);
    },
    60_000,
  );

  it('over a new pair keeps both pairs or the old one alone, and the renewal goes on', async () => {
    const [first, second] = await both('rotation-start');
    const before = await whole();
    await dies(first, fresh);
    expect(await whole()).toEqual(before);
    await dies(second, fresh);
    const done = await whole();
    expect(done).toMatchObject({
      ...{ pairs: ['2 staged', '1 active'], takes: [false, true], calls: 1, renewals: ['staged'] },
      ...{ acts: ['key-rotation.begun'], waits: ['key-rotation staged'] },
    });
    const again = await ask(fresh);
    expect([again.status, again.body.code]).toEqual([409, 'rotation-open']);
    expect(await whole()).toEqual(done);
    const { body: list } = await tenant.staff.get<KeyRotationPage>(
      '/v1/key-rotations?environment=sandbox',
    );
    expect((await ask(stepOf(list.items[0]!.id, 'prove'))).body.state).toBe('dual');
  }, 60_000);

  it('after the bank has taken the new token proves nothing: it is asked again', async () => {
    const { id } = (await ask(fresh)).body;
    const before = await whole();
    await dies(await mortal('rotation-step.proven'), stepOf(id, 'prove'));
    expect(await whole()).toEqual(before);
    const proven = await ask(stepOf(id, 'prove'));
    expect(proven.body).toMatchObject({ state: 'dual', fresh: { state: 'proven' } });
    expect((await whole()).acts).toEqual(['key-rotation.proven', 'key-rotation.begun']);
  });
});
