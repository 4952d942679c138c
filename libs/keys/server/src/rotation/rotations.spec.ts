import type { AuditPage } from '@toonbank/audit/contract';
import type {
  KeyRotation,
  KeyRotationPage,
  KeyTraffic,
  KeyVersions,
} from '@toonbank/keys/contract';
import { Clock, lateAfter } from '@toonbank/platform/clock';
import { Work } from '@toonbank/platform/db';
import type { ProblemDocument } from '@toonbank/primitives';
import type { CreatedWebshop, WebshopDetail } from '@toonbank/shop/contract';
import { type BankWebshop, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant, waiting } from '../keys.testing';
import { type Candidate, SigningKeys } from '../signing-keys';
import { KeyUse } from '../use/key-use';
import { KeyUseRepository } from '../use/key-use.repository';

type Answer = KeyRotation & ProblemDocument;
interface Pasted {
  signingKey?: string;
  refreshToken?: string;
}

let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;
let pair: BankWebshop;

beforeAll(async () => {
  room = await KeysRoom.open();
});
afterAll(() => room.close());

const keysOf = ({ id }: { id: string }) => `/v1/webshops/${id}/environments/sandbox/keys`;
const keysIn = ({ signingKey, refreshToken }: Pasted) => ({ signingKey, refreshToken });
const begin = (body: Pasted) =>
  tenant.staff.post<Answer>(`${keysOf(webshop)}/rotations`, keysIn(body));
const take = (id: string, step: string, more: object = {}) =>
  tenant.staff.post<Answer>(`/v1/key-rotations/${id}/steps`, { step, ...more });
const states = async () => {
  const { body } = await tenant.staff.get<KeyVersions>(keysOf(webshop));
  const bank = body.items.filter(({ kind }) => kind === 'bank');
  return bank.map(({ version, state }) => `${version} ${state}`).join(', ');
};
const verifying = async () => {
  const scope = room.inside(tenant, webshop, 'sandbox');
  const keys = await room.test.app.get(SigningKeys).verifying(scope);
  return keys.map(({ version }) => version);
};

beforeEach(async () => {
  waiting.orders = 0;
  tenant = await room.tenant();
  webshop = await room.webshop(tenant);
  pair = await room.bank.webshop('sandbox');
  await tenant.staff.put(`${keysOf(webshop)}/bank`, keysIn(pair));
});

const renewed = async (replace = 'overlap') => keysIn(await room.bank.renew(pair, { replace }));

describe('renewing the keys of the bank', () => {
  it('goes from a staged pair to a destroyed one, and both verify in between', async () => {
    const { status, body } = await begin(await renewed());
    expect([status, body.state, await states()]).toEqual([201, 'staged', '2 staged, 1 active']);
    expect(await verifying()).toEqual([1]);
    expect((await take(body.id, 'prove')).body.state).toBe('dual');
    expect([await states(), await verifying()]).toEqual(['2 proven, 1 active', [2, 1]]);
    const cut = await take(body.id, 'cut-over');
    expect([await states(), await verifying()]).toEqual(['2 active, 1 draining', [2, 1]]);
    expect(cut.body.drop).toMatchObject({ isSafe: false, quietHours: 24, waitingOrders: 0 });
    const { body: told } = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
    const sandbox = told.environments.find(({ environment }) => environment === 'sandbox');
    expect(sandbox?.keysProvenAt).toBe(cut.body.fresh.proof?.at);
    expect((await take(body.id, 'retire')).body.code).toBe('rotation-not-quiet');
    const end = await take(body.id, 'retire', { anyway: true });
    expect([end.body.state, end.body.steps, end.body.drop]).toEqual(['retired', [], null]);
    expect([await states(), await verifying()]).toEqual(['2 active, 1 retired', [2]]);
    const { body: log } = await tenant.staff.get<AuditPage>('/v1/audit');
    const acts = log.items.map(({ act }) => act).filter((act) => act.startsWith('key-rotation.'));
    expect(acts.reverse()).toEqual([
      'key-rotation.begun',
      'key-rotation.proven',
      'key-rotation.cut-over',
      'key-rotation.retired-early',
    ]);
  });

  it('is a task until it has ended, with the clock of the old pair until its week to be destroyed in begins', async () => {
    const waits = () => waitsOf(room.test.app, tenant.scope);
    const { body } = await begin(await renewed());
    expect(await waits()).toMatchObject([
      { kind: 'key-rotation', subjectId: body.id, dueAt: body.old.expiresAt },
    ]);
    for (const step of ['prove', 'cut-over']) await take(body.id, step);
    const dueAt = lateAfter(room.test.app.get(Clock).now(), 7).toISOString();
    expect(await waits()).toMatchObject([{ facts: { state: 'cut-over' }, dueAt }]);
    await take(body.id, 'retire', { anyway: true });
    expect(await waits()).toEqual([]);
  });

  it('changes nothing more when a step is repeated, also twice at once', async () => {
    const { body } = await begin(await renewed());
    for (const step of ['prove', 'cut-over']) {
      const both = await Promise.all([take(body.id, step), take(body.id, step)]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect((await take(body.id, step)).status).toBe(200);
    }
    const ends = [take(body.id, 'retire', { anyway: true }), take(body.id, 'retire')];
    await Promise.all(ends);
    expect(await states()).toBe('2 active, 1 retired');
  });

  it('refuses each step of a retired pair, in words', async () => {
    const { body } = await begin(await renewed());
    for (const step of ['prove', 'cut-over']) await take(body.id, step);
    await take(body.id, 'retire', { anyway: true });
    for (const step of ['prove', 'cut-over', 'roll-back', 'abandon']) {
      const answer = await take(body.id, step);
      expect([answer.status, answer.body.code]).toEqual([409, 'rotation-step']);
    }
  });

  it('stays staged when the bank refuses the new token or says nothing, and goes on later', async () => {
    const { body } = await begin({ refreshToken: 'a.b.c' });
    expect((await take(body.id, 'prove')).body.code).toBe('keys-refused');
    await take(body.id, 'abandon');
    const again = await begin(await renewed());
    await room.bank.misbehave({ call: 'refresh', kind: 'reset', times: 9 });
    expect((await take(again.body.id, 'prove')).body.code).toBe('bank-no-answer');
    expect(await states()).toBe('3 staged, 2 retired, 1 active');
    await fetch(`${room.bank.url}/control/misdeeds`, { method: 'DELETE' });
    expect((await take(again.body.id, 'prove')).body.state).toBe('dual');
  });

  it('goes back while the old token works, and not when the bank has replaced it', async () => {
    const { body } = await begin(await renewed());
    for (const step of ['prove', 'cut-over']) await take(body.id, step);
    expect((await take(body.id, 'roll-back')).body).toMatchObject({ state: 'dual', drop: null });
    expect(await states()).toBe('2 proven, 1 active');
    await take(body.id, 'cut-over');
    pair = { ...pair, ...(await room.bank.renew(pair, { replace: 'at-once' })) };
    const late = await take(body.id, 'roll-back');
    expect([late.status, late.body.code]).toEqual([409, 'rotation-old-refused']);
    expect(await states()).toBe('2 active, 1 draining');
  });

  it('is not broken off when the bank has replaced the old keys and the new ones work', async () => {
    const { body } = await begin(await renewed('at-once'));
    await take(body.id, 'prove');
    const broken = await take(body.id, 'abandon');
    expect([broken.status, broken.body.code]).toEqual([409, 'rotation-old-refused']);
    expect(await states()).toBe('2 proven, 1 active');
    expect((await take(body.id, 'cut-over')).body.state).toBe('cut-over');
  });

  it('takes a new pair again whose renewal was broken off', async () => {
    const fresh = await renewed();
    await take((await begin(fresh)).body.id, 'abandon');
    const again = await begin(fresh);
    expect([again.status, await states()]).toEqual([201, '3 staged, 2 retired, 1 active']);
    expect((await take(again.body.id, 'prove')).body.state).toBe('dual');
  });

  it('takes one new key of the two, and refuses what is not new or in use elsewhere', async () => {
    expect((await begin(pair)).body.code).toBe('rotation-nothing-new');
    const elsewhere = await room.bank.webshop('sandbox');
    const other = await room.webshop(tenant);
    await tenant.staff.put(`${keysOf(other)}/bank`, keysIn(elsewhere));
    const taken = await begin({ signingKey: elsewhere.signingKey });
    expect([taken.body.code, taken.body.path]).toEqual(['key-in-use', 'signingKey']);
    const token = await begin({ refreshToken: elsewhere.refreshToken });
    expect([token.body.code, token.body.path]).toEqual(['key-in-use', 'refreshToken']);
    const { signingKey } = await renewed();
    const { body } = await begin({ signingKey });
    expect((await take(body.id, 'prove')).body.state).toBe('dual');
  });

  it.each([
    ['both', (fresh: Pasted) => fresh],
    ['signing-key', ({ signingKey }: Pasted) => ({ signingKey })],
    ['refresh-token', ({ refreshToken }: Pasted) => ({ refreshToken })],
  ] as const)('says that %s is what is new, also after the end', async (what, of) => {
    const sql = 'update key_version set token_fingerprint = null where agency_id = $1';
    // As a pair that was entered before fingerprints of tokens were kept.
    await room.test.app.get(Work).run(tenant.scope, (tx) => tx.sql(sql, [tenant.scope.agencyId]));
    const { body } = await begin(of(await renewed()));
    expect(body.renews).toBe(what);
    for (const step of ['prove', 'cut-over']) await take(body.id, step);
    expect((await take(body.id, 'retire', { anyway: true })).body.renews).toBe(what);
  });

  it('proves a signing key by the first message under it: the call shows the token only', async () => {
    const { signingKey } = await renewed();
    const { body } = await begin({ signingKey });
    const proven = (await take(body.id, 'prove')).body;
    expect(proven).toMatchObject({ renews: 'signing-key', state: 'dual' });
    expect(proven.fresh).toMatchObject({ proof: { kind: 'refresh-call' }, lastVerifiedAt: null });
    const inside = room.inside(tenant, webshop, 'sandbox');
    const [candidate] = await room.test.app.get(SigningKeys).verifying(inside);
    const use = new KeyUse(
      room.test.app.get(Work),
      room.test.app.get(KeyUseRepository),
      room.test.app.get(Clock),
    );
    use.note(candidate!);
    await use.onModuleDestroy();
    const seen = await tenant.staff.get<KeyRotation>(`/v1/key-rotations/${body.id}`);
    expect(seen.body.fresh.lastVerifiedAt).toEqual(expect.any(String));
    expect(seen.body.old.lastVerifiedAt).toBeNull();
  });

  it('is one at a time, and entering keys waits for it', async () => {
    const fresh = await renewed();
    const both = await Promise.all([begin(fresh), begin(fresh)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const entered = await tenant.staff.put<ProblemDocument>(`${keysOf(webshop)}/bank`, fresh);
    expect([entered.status, entered.body.code]).toEqual([409, 'rotation-open']);
    webshop = await room.webshop(tenant);
    expect((await begin(fresh)).body.code).toBe('rotation-without-keys');
  });

  it('keeps the old pair while an order waits', async () => {
    waiting.orders = 1;
    const { body } = await begin(await renewed());
    await take(body.id, 'prove');
    const cut = await take(body.id, 'cut-over');
    expect(cut.body.drop).toMatchObject({ isSafe: false, waitingOrders: 1 });
  });

  it('is measured by the quiet hours that the agency names, also while it is under way', async () => {
    const { body } = await begin(await renewed());
    for (const step of ['prove', 'cut-over']) await take(body.id, step);
    const hours = async () => {
      const { body: read } = await tenant.staff.get<KeyRotation>(`/v1/key-rotations/${body.id}`);
      const { quietSince, safeAt, quietHours } = read.drop!;
      expect(Date.parse(safeAt) - Date.parse(quietSince)).toBe(quietHours * 3_600_000);
      return quietHours;
    };
    expect(await hours()).toBe(24);
    const set = (quietHours: number) => tenant.staff.put('/v1/key-settings', { quietHours });
    expect((await set(48)).status).toBe(200);
    expect(await hours()).toBe(48);
    for (const wrong of [0, 169, 1.5]) expect((await set(wrong)).status).toBe(422);
    expect((await tenant.staff.get('/v1/key-settings')).body).toEqual({ quietHours: 48 });
    const developer = await room.colleague(tenant, 'developer');
    expect((await developer.put('/v1/key-settings', { quietHours: 12 })).status).toBe(403);
    expect((await developer.get('/v1/key-settings')).body).toEqual({ quietHours: 48 });
  });

  it('counts what the bank sends under each key, hour by hour, whoever receives it', async () => {
    const { body } = await begin(await renewed());
    await take(body.id, 'prove');
    const candidates = await room.test.app
      .get(SigningKeys)
      .verifying(room.inside(tenant, webshop, 'sandbox'));
    const [fresh, old] = candidates;
    const receive = async (key: Candidate, times: number) => {
      const use = new KeyUse(
        room.test.app.get(Work),
        room.test.app.get(KeyUseRepository),
        room.test.app.get(Clock),
      );
      for (let time = 0; time < times; time++) use.note(key);
      await use.onModuleDestroy();
    };
    await Promise.all([receive(old!, 3), receive(fresh!, 2), receive(old!, 4)]);
    const read = await tenant.staff.get<KeyTraffic>(`/v1/key-rotations/${body.id}/traffic`);
    const { hours } = read.body;
    expect([hours.length, hours.at(-1)]).toMatchObject([48, { old: 7, fresh: 2 }]);
    expect(hours.slice(0, -2).every(({ old, fresh }) => old + fresh === 0)).toBe(true);
    const stranger = (await room.tenant()).staff;
    expect((await stranger.get(`/v1/key-rotations/${body.id}/traffic`)).status).toBe(404);
  });

  it('is listed, and is not found by a stranger', async () => {
    const { body } = await begin(await renewed());
    const list = '/v1/key-rotations?environment=sandbox';
    const own = await tenant.staff.get<KeyRotationPage>(list);
    expect(own.body.items.map(({ id }) => id)).toEqual([body.id]);
    const stranger = (await room.tenant()).staff;
    expect((await stranger.get<KeyRotationPage>(list)).body.items).toEqual([]);
    expect((await stranger.get(`/v1/key-rotations/${body.id}`)).status).toBe(404);
    const step = { step: 'abandon' };
    expect((await stranger.post(`/v1/key-rotations/${body.id}/steps`, step)).status).toBe(404);
  });
});
