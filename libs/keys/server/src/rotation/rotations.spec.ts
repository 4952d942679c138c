import type { AuditPage } from '@toonbank/audit/contract';
import type { KeyRotation, KeyRotationPage, KeyVersions } from '@toonbank/keys/contract';
import type { ProblemDocument } from '@toonbank/primitives';
import type { CreatedWebshop, WebshopDetail } from '@toonbank/shop/contract';
import type { BankWebshop } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant, waiting } from '../keys.testing';
import { SigningKeys } from '../signing-keys';

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

  it('takes one new key of the two, and refuses what is not new or in use elsewhere', async () => {
    expect((await begin(pair)).body.code).toBe('rotation-nothing-new');
    const elsewhere = await room.bank.webshop('sandbox');
    const other = await room.webshop(tenant);
    await tenant.staff.put(`${keysOf(other)}/bank`, keysIn(elsewhere));
    const taken = await begin({ signingKey: elsewhere.signingKey });
    expect([taken.body.code, taken.body.path]).toEqual(['key-in-use', 'signingKey']);
    const { signingKey } = await renewed();
    const { body } = await begin({ signingKey });
    expect((await take(body.id, 'prove')).body.state).toBe('dual');
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
