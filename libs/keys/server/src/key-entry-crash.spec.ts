import type { AuditPage } from '@toonbank/audit/contract';
import type { KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import type { CreatedWebshop, WebshopDetail } from '@toonbank/shop/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from './keys.testing';

// The processes that die are the whole API; this one goes on after them, on the same rows.
let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;

beforeAll(async () => {
  room = await KeysRoom.open();
});

beforeEach(async () => {
  tenant = await room.tenant();
  webshop = await room.webshop(tenant);
});

afterAll(() => room.close());

const path = () => `/v1/webshops/${webshop.id}/environments/sandbox/keys`;

async function issued() {
  const { signingKey, refreshToken } = await room.bank.webshop('sandbox');
  return { signingKey, refreshToken };
}

type Pair = Awaited<ReturnType<typeof issued>>;
const enter = (pair: Pair) => tenant.staff.put<KeyVersion>(`${path()}/bank`, pair);

/** The pair is given to an API that dies over it. */
async function dies(failpoint: string, pair: Pair): Promise<void> {
  const api = await room.process({ app: 'api', failpoint });
  await expect(tenant.staff.askAt(api, 'PUT', `${path()}/bank`, pair)).rejects.toThrow();
  expect(await api.ended()).toBe('SIGKILL');
}

/** All that the entry of a pair changes, as those see it who use it. */
async function whole(pairs: readonly Pair[]) {
  const { items } = (await tenant.staff.get<KeyVersions>(path())).body;
  const { body: log } = await tenant.staff.get<AuditPage>('/v1/audit');
  const { body: shop } = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
  const inside = room.inside(tenant, webshop, 'sandbox');
  const sandbox = shop.environments.find(({ environment }) => environment === 'sandbox');
  return {
    pairs: items.filter(({ kind }) => kind === 'bank').map((one) => `${one.version} ${one.state}`),
    takes: await room.takes(
      inside,
      pairs.map(({ signingKey }) => signingKey),
    ),
    entries: log.items.filter(({ act }) => act === 'keys.entered').length,
    provenAt: sandbox?.keysProvenAt ?? null,
  };
}

describe('kill -9 of the API over a pair of keys', () => {
  it('keeps all of a first pair or nothing of it, and takes the same pair once', async () => {
    const pair = await issued();
    for (const failpoint of ['key-entry.proven', 'key-entry.put']) {
      await dies(failpoint, pair);
      const nothing = { pairs: [], takes: [false], entries: 0, provenAt: null };
      expect(await whole([pair])).toEqual(nothing);
    }
    await dies('key-entry.done', pair);
    const done = await whole([pair]);
    expect(done).toMatchObject({ pairs: ['1 active'], takes: [true], entries: 1 });
    expect(done.provenAt).not.toBeNull();
    expect((await enter(pair)).body).toMatchObject({ version: 1, state: 'active' });
    expect(await whole([pair])).toEqual(done);
  }, 60_000);

  it('keeps the pair in use until the next one is whole, and both verify after that', async () => {
    const [old, fresh] = [await issued(), await issued()];
    await enter(old);
    const before = await whole([old, fresh]);
    await dies('key-entry.put', fresh);
    expect(await whole([old, fresh])).toEqual(before);
    await dies('key-entry.done', fresh);
    const done = await whole([old, fresh]);
    const left = { pairs: ['2 active', '1 draining'], takes: [true, true], entries: 2 };
    expect(done).toMatchObject(left);
    expect((await enter(fresh)).body).toMatchObject({ version: 2, state: 'active' });
    expect(await whole([old, fresh])).toEqual(done);
  }, 60_000);
});
