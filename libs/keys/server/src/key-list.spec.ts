import type { KeyPage, KeyVersion } from '@toonbank/keys/contract';
import { dayOf } from '@toonbank/platform/clock';
import { TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from './keys.testing';

let room: KeysRoom;
let tenant: Tenant;
const clock = new TestClock(new Date());

beforeAll(async () => {
  room = await KeysRoom.open(clock);
  tenant = await room.tenant();
});
afterAll(() => room.close());

/** A webshop whose keys of the sandbox expire at a moment, or nobody knows when. */
async function keysOf(host: string, expiresAt: Date | null): Promise<string> {
  const { id } = await room.webshop(tenant, host);
  const { signingKey, refreshToken } = await room.bank.webshop('sandbox');
  const path = `/v1/webshops/${id}/environments/sandbox/keys/bank`;
  const { body } = await tenant.staff.put<KeyVersion>(path, { signingKey, refreshToken });
  await room.putExpiry(tenant, body.id, expiresAt);
  return id;
}

const inDays = (days: number) => new Date(clock.millis() + days * 86_400_000);
const list = (query = '') => tenant.staff.get<KeyPage>(`/v1/keys?environment=sandbox${query}`);
const hosts = async (query: string) => (await list(query)).body.items.map(({ host }) => host);

describe('the list of keys', () => {
  it('is narrowed by when they expire, page by page in that order', async () => {
    await keysOf('unknown.example', null);
    await keysOf('later.example', inDays(61));
    await keysOf('month.example', inDays(29));
    await keysOf('gone.example', inDays(-2));
    await keysOf('week.example', inDays(6));
    const soon = ['gone.example', 'week.example'];
    expect(await hosts('')).toEqual([...soon, 'month.example', 'later.example', 'unknown.example']);
    expect(await hosts('&expires=within-7')).toEqual(soon);
    expect(await hosts('&expires=within-60')).toEqual([...soon, 'month.example']);
    expect(await hosts('&expires=passed')).toEqual(['gone.example']);
    expect(await hosts('&expires=unknown')).toEqual(['unknown.example']);
    const { body } = await list('&expires=within-60&limit=2');
    expect(body.items).toHaveLength(2);
    expect(await hosts(`&expires=within-60&limit=2&after=${body.next}`)).toEqual(['month.example']);
    expect((await list('&expires=soon')).status).toBe(422);
  });

  it('says which renewal is under way, and who typed a date', async () => {
    const id = await keysOf('renewed.example', null);
    const path = `/v1/webshops/${id}/environments/sandbox/keys`;
    const found = async () => {
      const { body } = await list('&expires=unknown');
      return body.items.find(({ webshopId }) => webshopId === id);
    };
    expect(await found()).toMatchObject({ rotation: null, expiryTypedBy: null });
    const { signingKey, refreshToken } = await room.bank.webshop('sandbox');
    await tenant.staff.post(`${path}/rotations`, { signingKey, refreshToken });
    const renewed = await found();
    expect(renewed?.rotation?.state).toBe('staged');
    const day = dayOf(inDays(30));
    await tenant.staff.put(`${path}/${renewed!.id}/expiry`, { expiresOn: day });
    const { body } = await list('&expires=within-60');
    const typed = body.items.find(({ webshopId }) => webshopId === id);
    expect(typed).toMatchObject({ expiryFrom: 'person', expiryTypedBy: tenant.email });
  });
});
