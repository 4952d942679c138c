import type { AuditPage } from '@toonbank/audit/contract';
import type { KeyVersion, KeyVersions, RevealedKey } from '@toonbank/keys/contract';
import { Work } from '@toonbank/platform/db';
import type { ProblemDocument } from '@toonbank/primitives';
import type { CreatedWebshop } from '@toonbank/shop/contract';
import type { BankWebshop, TestCaller } from '@toonbank/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyRing } from '../key-ring';
import { KeysRoom, type Tenant } from '../keys.testing';

let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;
let pair: BankWebshop;
let version: KeyVersion;

beforeAll(async () => (room = await KeysRoom.open()));
beforeEach(async () => {
  tenant = await room.tenant();
  webshop = await room.webshop(tenant);
  pair = await room.bank.webshop('sandbox');
  const { signingKey, refreshToken } = pair;
  version = (await tenant.staff.put<KeyVersion>(`${path()}/bank`, { signingKey, refreshToken }))
    .body;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => room.close());

const path = () => `/v1/webshops/${webshop.id}/environments/sandbox/keys`;
const reason = 'Overdracht aan de bouwer';
const reveal = (
  key: string,
  { by = tenant.staff, id = version.id }: { by?: TestCaller; id?: string } = {},
) => by.post<RevealedKey & ProblemDocument>(`${path()}/${id}/reveal`, { key, reason });

async function shown(caller = tenant.staff): Promise<unknown[]> {
  const { body } = await caller.get<AuditPage>('/v1/audit');
  return body.items.filter(({ act }) => act === 'keys.revealed').map(({ detail }) => detail);
}

describe('a key of the bank', () => {
  it('is shown for a reason, one at a time, and each time is written down', async () => {
    const key = await reveal('signing-key');
    expect(key).toMatchObject({
      status: 200,
      body: { value: pair.signingKey, hideAfterSeconds: 30 },
    });
    expect((await reveal('refresh-token')).body.value).toBe(pair.refreshToken);
    const about = { environment: 'sandbox', version: 1, reason };
    expect(await shown()).toEqual([
      { ...about, key: 'refresh-token' },
      { ...about, key: 'signing-key' },
    ]);
    const { body } = await tenant.staff.get<KeyVersions>(path());
    expect(body.items.find(({ kind }) => kind === 'bank')).toMatchObject({ reveals: 2 });
    expect(JSON.stringify(body)).not.toContain(pair.signingKey);
  });

  it('that was shown is told to the owner of the merchant', async () => {
    await reveal('signing-key');
    const merchant = await room.merchantOwner(tenant);
    expect(await shown(merchant)).toMatchObject([{ key: 'signing-key', reason }]);
  });

  it('is not shown without a reason, or when it is not known which', async () => {
    for (const body of [
      { key: 'signing-key' },
      { key: 'signing-key', reason: ' x ' },
      { key: 'both', reason },
    ]) {
      const answer = await tenant.staff.post(`${path()}/${version.id}/reveal`, body);
      expect(answer.status).toBe(422);
    }
    expect(await shown()).toEqual([]);
  });

  it.each(['developer', 'support', 'finance', 'viewer'] as const)(
    'is not shown to a %s',
    async (role) => {
      const by = await room.colleague(tenant, role);
      expect((await reveal('signing-key', { by })).status).toBe(403);
      expect(await shown()).toEqual([]);
    },
  );

  it('is not shown to whom another agency trusts', async () => {
    const { staff: by } = await room.tenant();
    expect((await reveal('signing-key', { by })).status).toBe(404);
    expect(await shown()).toEqual([]);
  });

  it('is written down as shown before it is opened: a crash in between hides nothing', async () => {
    vi.spyOn(room.test.app.get(KeyRing), 'signingKey').mockImplementation(() => {
      throw new Error('gone');
    });
    const { status, body } = await reveal('signing-key');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain(pair.signingKey);
    expect(await shown()).toHaveLength(1);
  });

  it('is not opened when it could not be written down', async () => {
    const opened = vi.spyOn(room.test.app.get(KeyRing), 'signingKey');
    vi.spyOn(room.test.app.get(Work), 'run').mockRejectedValue(new Error('no database'));
    expect((await reveal('signing-key')).status).toBe(500);
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('a virtual pair', () => {
  it('was shown when it was made, and is not again', async () => {
    const { body } = await tenant.staff.get<KeyVersions>(path());
    const { id } = body.items.find(({ kind }) => kind === 'virtual')!;
    const answer = await reveal('signing-key', { id });
    expect(answer).toMatchObject({ status: 409, body: { code: 'virtual-keys-shown-once' } });
    expect(await shown()).toEqual([]);
  });
});
