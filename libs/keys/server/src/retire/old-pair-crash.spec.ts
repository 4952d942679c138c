import type { AuditPage } from '@toonbank/audit/contract';
import type { KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import { Work } from '@toonbank/platform/db';
import type { CreatedWebshop } from '@toonbank/shop/contract';
import type { BankWebshop } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';

// The processes that die are the whole API; this one goes on after them, on the same rows.
let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;
let bank: BankWebshop;
let fresh: Pick<BankWebshop, 'signingKey' | 'refreshToken'>;
let old: KeyVersion;

beforeAll(async () => {
  room = await KeysRoom.open(undefined, { whole: true });
});

beforeEach(async () => {
  tenant = await room.tenant();
  webshop = await room.webshop(tenant);
  bank = await room.bank.webshop('sandbox');
  old = await enter(bank);
  fresh = await room.bank.renew(bank, { replace: 'overlap', hours: 99 });
  await enter(fresh);
});

afterAll(() => room.close());

const path = () => `/v1/webshops/${webshop.id}/environments/sandbox/keys`;
const enter = async ({ signingKey, refreshToken }: typeof fresh) =>
  (await tenant.staff.put<KeyVersion>(`${path()}/bank`, { signingKey, refreshToken })).body;
const retiring = () => `${path()}/${old.id}/retire`;

async function dies(failpoint: string): Promise<void> {
  const api = await room.process({ app: 'api', failpoint });
  const asked = tenant.staff.askAt(api, 'POST', retiring(), { anyway: true });
  await expect(asked).rejects.toThrow();
  expect(await api.ended()).toBe('SIGKILL');
}

/** Of each version: the sealed bytes that are left, the oldest first. */
async function sealed(): Promise<number[]> {
  const { agencyId } = tenant.scope;
  const sql = `select length(signing_key) + length(refresh_token) as bytes from key_version
    where agency_id = $1 and webshop_id = $2 and kind = 'bank' order by version`;
  const rows = await room.test.app
    .get(Work)
    .read(tenant.scope, (tx) => tx.sql<{ bytes: number }>(sql, [agencyId, webshop.id]));
  return rows.map(({ bytes }) => bytes);
}

/** All that destroying a pair changes, as those see it who use it. */
async function whole() {
  const { items } = (await tenant.staff.get<KeyVersions>(path())).body;
  const { body: log } = await tenant.staff.get<AuditPage>('/v1/audit');
  const inside = room.inside(tenant, webshop, 'sandbox');
  return {
    pairs: items.filter(({ kind }) => kind === 'bank'),
    takes: await room.takes(inside, [fresh.signingKey, bank.signingKey]),
    sealed: await sealed(),
    acts: log.items.map(({ act }) => act).filter((act) => act.startsWith('keys.')),
  };
}

describe('kill -9 of the API over an old pair', () => {
  it('keeps all of it or destroys all of it, once, and the pair in use goes on', async () => {
    const before = await whole();
    expect(before).toMatchObject({ pairs: [{ state: 'active' }, { state: 'draining' }] });
    expect(before.takes).toEqual([true, true]);
    await dies('old-pair.put');
    expect(await whole()).toEqual(before);
    await dies('old-pair.done');
    const done = await whole();
    expect(done).toMatchObject({
      pairs: [{ state: 'active' }, { state: 'retired', retiredAt: expect.any(String) }],
      ...{ takes: [true, false], sealed: [0, before.sealed[1]] },
      acts: ['keys.retired-early', ...before.acts],
    });
    // Who was not answered asks again.
    const again = await tenant.staff.post<KeyVersion>(retiring(), { anyway: true });
    expect([again.status, { ...again.body, drop: null }]).toEqual([200, done.pairs[1]]);
    expect(await whole()).toEqual(done);
  }, 60_000);
});
