import type { AuditPage } from '@toonbank/audit/contract';
import type { KeyRotation, KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import { dayOf } from '@toonbank/platform/clock';
import { Work } from '@toonbank/platform/db';
import type { ProblemDocument } from '@toonbank/primitives';
import type { CreatedWebshop, WebshopDetail } from '@toonbank/shop/contract';
import { type BankWebshop, TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant, waiting } from '../keys.testing';

type Answer = KeyVersion & ProblemDocument;

const clock = new TestClock(new Date());
let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;
let bank: BankWebshop;
let old: KeyVersion;
let active: KeyVersion;

beforeAll(async () => {
  room = await KeysRoom.open(clock);
});
afterAll(() => room.close());

const path = () => `/v1/webshops/${webshop.id}/environments/sandbox/keys`;
const keysIn = ({ signingKey, refreshToken }: Omit<BankWebshop, 'id' | 'poiId'>) => ({
  ...{ signingKey, refreshToken },
});
const enter = async (keys: object) =>
  (await tenant.staff.put<KeyVersion>(`${path()}/bank`, keys)).body;
const renewed = async () => keysIn(await room.bank.renew(bank, { replace: 'overlap', hours: 99 }));
const retire = (id: string, body: object = {}, by = tenant.staff) =>
  by.post<Answer>(`${path()}/${id}/retire`, body);
const states = async () => {
  const { body } = await tenant.staff.get<KeyVersions>(path());
  const pairs = body.items.filter(({ kind }) => kind === 'bank');
  return pairs.map(({ version, state }) => `${version} ${state}`).join(', ');
};
const acts = async () => {
  const { body } = await tenant.staff.get<AuditPage>('/v1/audit');
  return body.items.filter(({ act }) => act.startsWith('keys.retired'));
};
const sealedBytes = async (id: string) => {
  const sql = `select length(signing_key) + length(refresh_token) as bytes from key_version
    where agency_id = $1 and id = $2`;
  const read = room.test.app
    .get(Work)
    .read(tenant.scope, (tx) => tx.sql<{ bytes: number }>(sql, [tenant.scope.agencyId, id]));
  return (await read)[0]!.bytes;
};

beforeEach(async () => {
  waiting.orders = 0;
  tenant = await room.tenant();
  webshop = await room.webshop(tenant);
  bank = await room.bank.webshop('sandbox');
  old = await enter(keysIn(bank));
  active = await enter(await renewed());
});

describe('a pair of the bank that was replaced at once', () => {
  it('is destroyed once it is quiet, with its keys, and that is written down', async () => {
    expect(await states()).toBe('2 active, 1 draining');
    clock.advance({ hours: 25 });
    await room.signInAgain(tenant);
    const { status, body } = await retire(old.id);
    expect([status, body.state, await states()]).toEqual([200, 'retired', '2 active, 1 retired']);
    expect(body.retiredAt).not.toBeNull();
    expect([await sealedBytes(old.id), (await sealedBytes(active.id)) > 0]).toEqual([0, true]);
    const inside = room.inside(tenant, webshop, 'sandbox');
    expect(await room.takes(inside, [bank.signingKey])).toEqual([false]);
    expect(await acts()).toMatchObject([
      { act: 'keys.retired', detail: { environment: 'sandbox', version: 1 } },
    ]);
  });

  it('goes before that on the word of a person only, and the log says it was early', async () => {
    const { status, body } = await retire(old.id);
    expect([status, body.code, await states()]).toEqual([
      ...[409, 'rotation-not-quiet', '2 active, 1 draining'],
    ]);
    expect((await retire(old.id, { anyway: true })).status).toBe(200);
    expect(await acts()).toMatchObject([{ act: 'keys.retired-early' }]);
  });

  it.each([
    ['an order waits', () => void (waiting.orders = 1)],
    [
      'the bank signed with it an hour ago',
      async () => {
        const sql = `update key_version set last_verified_at = $3
          where agency_id = $1 and id = $2`;
        const { agencyId } = tenant.scope;
        const at = new Date(clock.millis() - 3_600_000);
        await room.test.app
          .get(Work)
          .run(tenant.scope, (tx) => tx.sql(sql, [agencyId, old.id, at]));
      },
    ],
  ])('is not quiet while %s', async (_while, happens) => {
    clock.advance({ hours: 25 });
    await happens();
    await room.signInAgain(tenant);
    expect((await retire(old.id)).body.code).toBe('rotation-not-quiet');
  });

  it('is not taken in again once it is destroyed: not at once, not as a renewal, not one of the two', async () => {
    await retire(old.id, { anyway: true });
    const refused = [409, 'keys-destroyed'];
    const again = await tenant.staff.put<Answer>(`${path()}/bank`, keysIn(bank));
    expect([again.status, again.body.code, again.body.path]).toEqual([...refused, 'signingKey']);
    const begin = (keys: object) => tenant.staff.post<Answer>(`${path()}/rotations`, keys);
    const { signingKey, refreshToken } = keysIn(bank);
    for (const [keys, field] of [
      [{ signingKey, refreshToken }, 'signingKey'],
      [{ signingKey }, 'signingKey'],
      [{ refreshToken }, 'refreshToken'],
    ] as const) {
      const { status, body } = await begin(keys);
      expect([status, body.code, body.path]).toEqual([...refused, field]);
    }
    expect(await states()).toBe('2 active, 1 retired');
  });

  it('keeps what outlived it: the token that stayed when only the signing key was new', async () => {
    webshop = await room.webshop(tenant);
    bank = await room.bank.webshop('sandbox');
    const { refreshToken } = keysIn(bank);
    const one = await enter(keysIn(bank));
    const keys = [(await renewed()).signingKey, (await renewed()).signingKey];
    await enter({ signingKey: keys[0], refreshToken });
    await retire(one.id, { anyway: true });
    expect((await enter({ signingKey: keys[1], refreshToken })).state).toBe('active');
    expect(await states()).toBe('3 active, 2 draining, 1 retired');
  });

  it('is destroyed once, also twice at once', async () => {
    const both = [retire(old.id, { anyway: true }), retire(old.id, { anyway: true })];
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await retire(old.id)).status).toBe(200);
    expect(await acts()).toHaveLength(1);
  });

  it('is left to the renewal that is about it; another one stands in nobody’s way', async () => {
    const { body } = await tenant.staff.post<KeyRotation>(`${path()}/rotations`, await renewed());
    for (const step of ['prove', 'cut-over']) {
      await tenant.staff.post(`/v1/key-rotations/${body.id}/steps`, { step });
    }
    expect(await states()).toBe('3 active, 2 draining, 1 draining');
    for (const id of [active.id, body.fresh.id]) {
      const refused = await retire(id, { anyway: true });
      expect([refused.status, refused.body.code]).toEqual([409, 'keys-in-renewal']);
    }
    expect((await retire(old.id, { anyway: true })).status).toBe(200);
    expect(await states()).toBe('3 active, 2 draining, 1 retired');
  });

  it('can be neither the pair in use, nor a virtual one, nor one that is nowhere', async () => {
    const refused = await retire(active.id, { anyway: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'keys-not-old']);
    const { body } = await tenant.staff.get<KeyVersions>(path());
    const virtual = body.items.find(({ kind }) => kind === 'virtual')!;
    expect((await retire(virtual.id, { anyway: true })).status).toBe(404);
    expect((await retire(tenant.merchantId, { anyway: true })).status).toBe(404);
    expect(await states()).toBe('2 active, 1 draining');
  });

  it('says before it is asked whether it can go, and since when it is quiet', async () => {
    const drops = async () => {
      const { body } = await tenant.staff.get<KeyVersions>(path());
      return body.items.filter(({ kind }) => kind === 'bank').map(({ drop }) => drop);
    };
    waiting.orders = 3;
    const quiet = { quietSince: active.enteredAt, quietHours: 24 };
    expect(await drops()).toEqual([
      null,
      expect.objectContaining({ isSafe: false, waitingOrders: 3, ...quiet }),
    ]);
    clock.advance({ hours: 25 });
    await room.signInAgain(tenant);
    expect(await drops()).toMatchObject([null, { isSafe: false, waitingOrders: 3 }]);
    waiting.orders = 0;
    expect(await drops()).toMatchObject([null, { isSafe: true, waitingOrders: 0 }]);
    const { body } = await tenant.staff.post<KeyRotation>(`${path()}/rotations`, await renewed());
    for (const step of ['prove', 'cut-over']) {
      await tenant.staff.post(`/v1/key-rotations/${body.id}/steps`, { step });
    }
    // The pair that the renewal replaces has its verdict there.
    expect(await drops()).toMatchObject([null, null, { quietHours: 24 }]);
    await retire(old.id, { anyway: true });
    expect(await drops()).toEqual([null, null, null]);
  });

  it('is destroyed by those who may enter keys only', async () => {
    const viewer = await room.colleague(tenant, 'viewer');
    expect((await retire(old.id, { anyway: true }, viewer)).status).toBe(403);
    expect(await states()).toBe('2 active, 1 draining');
  });
});

describe('the last pair of a webshop', () => {
  const proven = async () => {
    const { body } = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
    return body.environments.find(({ environment }) => environment === 'sandbox')?.keysProvenAt;
  };
  async function ended(): Promise<void> {
    await tenant.staff.put(`/v1/webshops/${webshop.id}/ending`, { endsOn: dayOf(clock.now()) });
    clock.advance({ hours: 25 });
    await room.signInAgain(tenant);
  }

  it('stays while it works, also on its last day', async () => {
    await tenant.staff.put(`/v1/webshops/${webshop.id}/ending`, { endsOn: dayOf(clock.now()) });
    expect((await retire(active.id, { anyway: true })).body.code).toBe('keys-not-old');
    expect(await states()).toBe('2 active, 1 draining');
  });

  it('is destroyed once it has ended, on the word of a person, and that is written down', async () => {
    await ended();
    expect(await proven()).toEqual(expect.any(String));
    const { body: before } = await tenant.staff.get<KeyVersions>(path());
    expect(before.items.find(({ id }) => id === active.id)?.drop).toMatchObject({ isSafe: true });
    const both = await Promise.all([retire(active.id), retire(active.id)]);
    expect(both.map(({ status, body }) => `${status} ${body.state}`)).toEqual([
      ...['200 retired', '200 retired'],
    ]);
    expect([await states(), await sealedBytes(active.id)]).toEqual(['2 retired, 1 draining', 0]);
    expect(await acts()).toMatchObject([
      { act: 'keys.retired', detail: { environment: 'sandbox', version: 2 } },
    ]);
    expect(await proven()).toBeNull();
    expect((await retire(old.id)).status).toBe(200);
    expect(await states()).toBe('2 retired, 1 retired');
  });

  it('stays while an order waits, whoever says so', async () => {
    await ended();
    waiting.orders = 1;
    for (const anyway of [false, true]) {
      const { status, body } = await retire(active.id, { anyway });
      expect([status, body.code]).toEqual([409, 'keys-orders-wait']);
    }
    expect(await states()).toBe('2 active, 1 draining');
  });

  it('is left to the renewal that is about it, which can still be broken off', async () => {
    const { body } = await tenant.staff.post<KeyRotation>(`${path()}/rotations`, await renewed());
    await ended();
    expect((await retire(active.id)).body.code).toBe('keys-in-renewal');
    await tenant.staff.post(`/v1/key-rotations/${body.id}/steps`, { step: 'abandon' });
    expect((await retire(active.id)).status).toBe(200);
  });

  it('is destroyed with a fresh login and the right to enter keys only', async () => {
    await ended();
    clock.advance({ minutes: 6 });
    expect((await retire(active.id)).status).toBe(403);
    const viewer = await room.colleague(tenant, 'viewer');
    expect((await retire(active.id, {}, viewer)).status).toBe(403);
    expect(await states()).toBe('2 active, 1 draining');
  });
});
