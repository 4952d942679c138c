import type { AuditPage } from '@toonbank/audit/contract';
import type { KeyPage, KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import type { ProblemDocument } from '@toonbank/primitives';
import type { CreatedWebshop } from '@toonbank/shop/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';

let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;

beforeAll(async () => (room = await KeysRoom.open()));
beforeEach(async () => {
  tenant = await room.tenant();
  webshop = await room.webshop(tenant);
});
afterAll(() => room.close());

const path = () => `/v1/webshops/${webshop.id}/environments/sandbox/keys`;
const today = () => dayOf(new Date());

/** Keys of the bank in use, whose token says when it expires or does not. */
async function entered(says: boolean): Promise<KeyVersion> {
  const { signingKey, refreshToken } = await room.bank.webshop('sandbox');
  const { body } = await tenant.staff.put<KeyVersion>(`${path()}/bank`, {
    signingKey,
    refreshToken,
  });
  if (!says) await room.forgetExpiry(tenant, body.id);
  return body;
}

const type = (id: string, expiresOn: string | null) =>
  tenant.staff.put<KeyVersion & ProblemDocument>(`${path()}/${id}/expiry`, { expiresOn });

describe('the expiry of a key', () => {
  it('that its token does not say is typed, and is the last day on which it works', async () => {
    const { id } = await entered(false);
    const day = dayAfter(today(), 30);
    const { status, body } = await type(id, day);
    expect([status, body.expiryFrom, body.daysLeft]).toEqual([200, 'person', 30]);
    expect(dayOf(new Date(body.expiresAt!))).toBe(day);
    const { body: list } = await tenant.staff.get<KeyPage>('/v1/keys?environment=sandbox');
    expect(list.items).toMatchObject([{ id, expiryFrom: 'person' }]);
    const { body: audit } = await tenant.staff.get<AuditPage>('/v1/audit');
    expect(audit.items[0]).toMatchObject({
      act: 'keys.expiry-typed',
      detail: { environment: 'sandbox', version: 1, on: day },
    });
  });

  it('that was typed can be typed again, and taken back', async () => {
    const { id } = await entered(false);
    await type(id, dayAfter(today(), 30));
    expect((await type(id, dayAfter(today(), 40))).body.daysLeft).toBe(40);
    expect((await type(id, null)).body).toMatchObject({ expiresAt: null, expiryFrom: null });
    expect((await type(id, null)).status).toBe(200);
    const { body: audit } = await tenant.staff.get<AuditPage>('/v1/audit');
    expect(audit.items.filter(({ act }) => act === 'keys.expiry-typed')).toHaveLength(3);
  });

  it('that the token says is not typed over', async () => {
    const { id, expiresAt } = await entered(true);
    expect(expiresAt).not.toBeNull();
    const { status, body } = await type(id, dayAfter(today(), 30));
    expect([status, body.code]).toEqual([409, 'key-expiry-known']);
  });

  it.each([
    ['entered at once', async (keys: object) => tenant.staff.put(`${path()}/bank`, keys)],
    ['renewed', async (keys: object) => tenant.staff.post(`${path()}/rotations`, keys)],
  ])(
    'that was typed stays with its token when only the signing key is new, %s',
    async (_how, go) => {
      const pair = await room.bank.webshop('sandbox');
      const { signingKey, refreshToken } = pair;
      const bank = { signingKey, refreshToken };
      const { body: first } = await tenant.staff.put<KeyVersion>(`${path()}/bank`, bank);
      await room.forgetExpiry(tenant, first.id);
      const day = dayAfter(today(), 30);
      await type(first.id, day);
      const renewed = await room.bank.renew(pair, { replace: 'overlap' });
      await go({ signingKey: renewed.signingKey, refreshToken });
      const { body } = await tenant.staff.get<KeyVersions>(path());
      const fresh = body.items.find(({ version }) => version === 2)!;
      expect([fresh.expiryFrom, dayOf(new Date(fresh.expiresAt!))]).toEqual(['person', day]);
    },
  );

  it('is no day before today, nor one that nobody can know', async () => {
    const { id } = await entered(false);
    for (const day of [dayAfter(today(), -1), dayAfter(today(), 11 * 366)]) {
      const { status, body } = await type(id, day);
      expect([status, body.code, body.path]).toEqual([422, 'key-expiry-day', 'expiresOn']);
    }
    expect((await type(id, '2027-02-30')).status).toBe(422);
  });
});
