import type { AuditPage } from '@toonbank/audit/contract';
import type {
  IssuedVirtualPair,
  KeptKeyVersion,
  KeyPage,
  KeyVersion,
  KeyVersions,
} from '@toonbank/keys/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import type { Environment, ProblemDocument } from '@toonbank/primitives';
import type { CreatedWebshop, WebshopDetail } from '@toonbank/shop/contract';
import { signingKey, signReturn } from '@toonbank/smart-pay';
import type { BankWebshop } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyUse } from './use/key-use';
import { KeysRoom, type Tenant } from './keys.testing';
import { SigningKeys } from './signing-keys';

let room: KeysRoom;
let tenant: Tenant;
let webshop: CreatedWebshop;
let pair: BankWebshop;

beforeAll(async () => {
  room = await KeysRoom.open();
});
afterAll(() => room.close());

const pathOf = ({ id }: { id: string }, environment: Environment = 'sandbox') =>
  `/v1/webshops/${id}/environments/${environment}/keys`;

async function setUp(): Promise<void> {
  tenant = await room.tenant();
  webshop = await room.webshop(tenant, 'bakker.example');
  pair = await room.bank.webshop('sandbox');
}

const list = async (kind: string) => {
  const { body } = await tenant.staff.get<KeyVersions>(pathOf(webshop));
  return body.items.filter((version) => version.kind === kind);
};

describe('keys of the bank', () => {
  beforeAll(setUp);

  const enter = (changes: object, path = pathOf(webshop)) => {
    const { signingKey: key, refreshToken } = pair;
    const body = { signingKey: key, refreshToken, ...changes };
    return tenant.staff.put<KeyVersion & ProblemDocument>(`${path}/bank`, body);
  };

  it.each([
    ['swapped', () => swapped(pair), 'keys-swapped', 'signingKey'],
    [
      'twice the token',
      () => ({ signingKey: pair.refreshToken }),
      'token-in-key-field',
      'signingKey',
    ],
    [
      'twice the key',
      () => ({ refreshToken: pair.signingKey }),
      'key-in-token-field',
      'refreshToken',
    ],
    ['nothing above', () => ({ signingKey: '' }), 'signing-key-form', 'signingKey'],
    ['nothing below', () => ({ refreshToken: ' ' }), 'refresh-token-form', 'refreshToken'],
    [
      'two codes above',
      () => ({ signingKey: `${pair.signingKey}\n${pair.signingKey}` }),
      'signing-key-spaces',
      'signingKey',
    ],
    [
      'words below',
      () => ({ refreshToken: 'see my mail' }),
      'refresh-token-spaces',
      'refreshToken',
    ],
    [
      'a token that was replaced',
      () => ({ refreshToken: 'a.b.c' }),
      'keys-refused',
      'refreshToken',
    ],
  ])(
    'pasted wrong (%s) are refused at the field, and nothing is stored',
    async (_what, changes, code, path) => {
      const { status, body } = await enter(changes());
      expect([status, body.code, body.path]).toEqual([422, code, path]);
      expect(JSON.stringify(body)).not.toContain(pair.refreshToken);
      expect(await list('bank')).toEqual([]);
    },
  );

  it('are not stored while the bank does not answer', async () => {
    await room.bank.misbehave({ call: 'refresh', kind: 'reset', times: 9 });
    const { status, body } = await enter({});
    expect([status, body.code]).toEqual([503, 'bank-no-answer']);
    expect(await list('bank')).toEqual([]);
    await fetch(`${room.bank.url}/control/misdeeds`, { method: 'DELETE' });
  });

  it('entered twice at once, with blanks around and inside, are one version that says who and when', async () => {
    const wrapped = {
      refreshToken: ` ${pair.refreshToken.slice(0, 60)}\n${pair.refreshToken.slice(60)}\u200b`,
      signingKey: `\t${pair.signingKey} \r\n`,
    };
    const [one, two] = await Promise.all([enter(wrapped), enter(wrapped)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body.id).toBe(two.body.id);
    expect(await list('bank')).toMatchObject([
      {
        version: 1,
        state: 'active',
        enteredBy: tenant.email,
        proof: { kind: 'refresh-call', at: expect.any(String) },
        lastVerifiedAt: null,
        daysLeft: expect.any(Number),
      },
    ]);
    const { body } = await tenant.staff.get<WebshopDetail>(`/v1/webshops/${webshop.id}`);
    expect(body.environments).toMatchObject([
      { environment: 'sandbox', keysProvenAt: one.body.proof?.at },
      { environment: 'production', keysProvenAt: null },
    ]);
  });

  it('in use elsewhere in the agency are refused at the field', async () => {
    const other = await room.webshop(tenant);
    const { status, body } = await enter({}, pathOf(other));
    expect([status, body.code, body.path]).toEqual([409, 'key-in-use', 'signingKey']);
    const { body: there } = await enter({}, pathOf(webshop, 'production'));
    expect(there.code).toBe('key-in-use');
  });

  it('in use elsewhere are said to be whose, and nothing of another agency is ever said', async () => {
    const elsewhere = await room.webshop(tenant);
    const { body } = await enter({}, pathOf(elsewhere));
    expect(body.names).toEqual({ host: 'bakker.example', environment: 'sandbox' });
    expect(body.detail).toContain('It is the key of bakker.example (sandbox).');
    const stranger = await room.tenant();
    const theirs = await room.webshop(stranger);
    const { signingKey: key, refreshToken } = pair;
    const taken = await stranger.staff.put<KeyVersion & ProblemDocument>(`${pathOf(theirs)}/bank`, {
      signingKey: key,
      refreshToken,
    });
    expect([taken.status, taken.body.names]).toEqual([200, undefined]);
    expect(JSON.stringify(taken.body)).not.toContain('bakker.example');
  });

  it('that replace others leave these verifying', async () => {
    const fresh = await room.bank.renew(pair, { replace: 'overlap' });
    expect(
      (await enter({ signingKey: fresh.signingKey, refreshToken: fresh.refreshToken })).body
        .version,
    ).toBe(2);
    expect((await list('bank')).map(({ version, state }) => [version, state])).toEqual([
      [2, 'active'],
      [1, 'draining'],
    ]);
  });

  it('say when they last verified a message, to the minute', async () => {
    const scope = room.inside(tenant, webshop, 'sandbox');
    const [candidate] = await room.test.app.get(SigningKeys).verifying(scope);
    room.test.app.get(KeyUse).note(candidate!);
    await expect
      .poll(async () => (await list('bank'))[0]?.lastVerifiedAt, { timeout: 5_000 })
      .not.toBeNull();
    const { body } = await tenant.staff.get<KeyVersions>(pathOf(webshop));
    expect(body.lastNotificationAt).toBe(body.items[0]!.lastVerifiedAt);
    expect(body.items[1]!.lastVerifiedAt).toBeNull();
  });

  it('stand in one list over all webshops, the first to expire on top', async () => {
    const later = await room.webshop(tenant, 'later.example');
    await room.bank.settings({ refreshTokenMs: 4_000 * 24 * 3_600_000 });
    const second = await room.bank.webshop('sandbox');
    await enter(
      { signingKey: second.signingKey, refreshToken: second.refreshToken },
      pathOf(later),
    );
    const first = await tenant.staff.get<KeyPage>('/v1/keys?environment=sandbox&limit=1');
    expect(first.body.items).toMatchObject([
      { host: 'bakker.example', merchantName: 'Bakker', webshopId: webshop.id, version: 2 },
    ]);
    const rest = await tenant.staff.get<KeyPage>(
      `/v1/keys?environment=sandbox&after=${first.body.next}`,
    );
    expect(rest.body).toMatchObject({
      items: [{ host: 'later.example' }],
      next: null,
    });
    const { daysLeft, expiresAt } = rest.body.items[0]!;
    expect(dayAfter(dayOf(new Date()), daysLeft!)).toBe(dayOf(new Date(expiresAt!)));
    expect((await tenant.staff.get<KeyPage>('/v1/keys')).body.items).toEqual([]);
    const stranger = await room.tenant();
    expect((await stranger.staff.get<KeyPage>('/v1/keys?environment=sandbox')).body.items).toEqual(
      [],
    );
  });
});

describe('virtual keys', () => {
  beforeAll(setUp);

  const issue = () =>
    tenant.staff.post<IssuedVirtualPair & ProblemDocument>(`${pathOf(webshop)}/virtual`);
  const revoke = (id: string) =>
    tenant.staff.delete<ProblemDocument>(`${pathOf(webshop)}/virtual/${id}`);
  const order = { orderId: 'A1', status: 'COMPLETED' };
  const signature = async () => {
    const scope = room.inside(tenant, webshop, 'sandbox');
    return signReturn((await room.test.app.get(SigningKeys).virtual(scope))!, order);
  };

  it('are told once, and a second pair waits for its turn to sign', async () => {
    const first = webshop.virtualKeys.sandbox;
    const { status, body } = await issue();
    expect([status, body.version, body.state]).toEqual([201, 2, 'proven']);
    expect(body.signingKey).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(await signature()).toBe(signReturn(signingKey(first.signingKey), order));
    const told = JSON.stringify((await tenant.staff.get(pathOf(webshop))).body);
    expect(told).not.toContain(body.signingKey);
    expect((await issue()).body.code).toBe('two-virtual-pairs');
  });

  it('that are revoked hand signing over and are gone for good, however often one clicks', async () => {
    const [second, first] = (await list('virtual')) as [KeptKeyVersion, KeptKeyVersion];
    const clicks = await Promise.all([revoke(first.id), revoke(first.id)]);
    expect(clicks.map(({ status }) => status)).toEqual([204, 204]);
    expect((await list('virtual')).map(({ version, state }) => [version, state])).toEqual([
      [2, 'active'],
      [1, 'retired'],
    ]);
    expect(await signature()).not.toBe(
      signReturn(signingKey(webshop.virtualKeys.sandbox.signingKey), order),
    );
    expect((await revoke(second.id)).body).toMatchObject({
      status: 409,
      code: 'last-virtual-pair',
    });
  });

  it('are never more than two, never none, whoever clicks at the same time', async () => {
    const made = await Promise.all([issue(), issue(), issue()]);
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const ids = (await list('virtual')).filter(({ state }) => state !== 'retired');
    const gone = await Promise.all(ids.map(({ id }) => revoke(id)));
    expect(gone.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('sign from the moment that a person names, and not any more when it is taken back', async () => {
    const pairs = (await list('virtual')).filter(({ state }) => state !== 'retired');
    const old = pairs.at(-1)!;
    const { body: fresh } = await issue();
    const name = (id: string, body: object) =>
      tenant.staff.put<KeyVersion & ProblemDocument>(
        `${pathOf(webshop)}/virtual/${id}/moment`,
        body,
      );
    const signer = async () => (await list('virtual')).find(({ state }) => state === 'active')?.id;
    const before = await signature();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect((await name(fresh.id, { from: later })).body).toMatchObject({
      ...{ state: 'proven', signsFrom: later },
    });
    expect([await signer(), await signature()]).toEqual([old.id, before]);
    expect((await name(fresh.id, {})).body.state).toBe('active');
    expect(await signer()).toBe(fresh.id);
    expect(await signature()).toBe(signReturn(signingKey(fresh.signingKey), order));
    expect((await name(fresh.id, { from: null })).body.state).toBe('proven');
    expect(await signature()).toBe(before);
    const nobody = await name(old.id, { from: null });
    expect([nobody.status, nobody.body.code]).toEqual([409, 'virtual-signer']);
    const past = await name(fresh.id, { from: '2020-01-01T00:00:00Z' });
    expect([past.status, past.body.code, past.body.path]).toEqual([
      ...[422, 'signing-moment-passed', 'from'],
    ]);
    await name(fresh.id, {});
    await revoke(old.id);
    expect(await signer()).toBe(fresh.id);
    const gone = await name(old.id, {});
    expect([gone.status, gone.body.code]).toEqual([409, 'keys-shredded']);
  });

  it('are written down, without the keys', async () => {
    const { body } = await tenant.staff.get<AuditPage>(`/v1/audit?merchantId=${tenant.merchantId}`);
    const acts = body.items.map(({ act, detail }) => [act, detail]);
    expect(acts).toContainEqual(['virtual-keys.issued', { environment: 'sandbox', version: 2 }]);
    expect(acts).toContainEqual(['virtual-keys.revoked', { environment: 'sandbox', version: 1 }]);
  });

  it('of another agency, of the other environment, and of nobody are not found', async () => {
    const [own] = await list('virtual');
    const stranger = await room.tenant();
    const theirs = `${pathOf(webshop)}/virtual/${own!.id}`;
    expect((await stranger.staff.delete(theirs)).status).toBe(404);
    expect((await stranger.staff.post(`${pathOf(webshop)}/virtual`)).status).toBe(404);
    const production = `${pathOf(webshop, 'production')}/virtual/${own!.id}`;
    expect((await tenant.staff.delete(production)).status).toBe(404);
    const viewer = await room.tenant('support');
    const shop = await room.webshop(viewer);
    expect((await viewer.staff.post(`${pathOf(shop)}/virtual`)).status).toBe(403);
  });
});

function swapped({ signingKey: key, refreshToken }: BankWebshop) {
  return { signingKey: refreshToken, refreshToken: key };
}
