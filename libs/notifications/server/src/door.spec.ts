import { KeysService } from '@toonbank/keys/server';
import { Work } from '@toonbank/platform/db';
import {
  bankTime,
  orderStatusChangedEvent,
  signingKey,
  signNotification,
} from '@toonbank/smart-pay';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';
import { Refusals } from './refusals';

let room: StatusRoom;
let shop: SellingWebshop;

beforeAll(async () => {
  room = await StatusRoom.open();
  shop = await room.webshop(await room.agency());
});

afterAll(async () => {
  await room.close();
});

let tokens = 0;

function ping(changes: object = {}, key: string = shop.bank.signingKey): string {
  const notification = {
    authentication: `token.${tokens++}.x`,
    expiry: bankTime(new Date(Date.now() + 600_000)),
    eventName: orderStatusChangedEvent,
    poiId: shop.bank.poiId,
    ...changes,
  };
  const signature = signNotification(signingKey(key), notification);
  return JSON.stringify({ ...notification, signature, novelty: { later: true } });
}

/** Never the digit that stood there. */
const otherDigit = (digit: string) => (digit === '0' ? '1' : '0');

async function post(
  body: string,
  { url = shop.webhookUrl, type = 'application/json' } = {},
): Promise<number> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
  await answer.body?.cancel();
  return answer.status;
}

async function kept(): Promise<number> {
  const { agencyId, actor } = shop.scope;
  const rows = await room
    .get(Work)
    .read({ agencyId, actor }, (tx) =>
      tx.sql<{ count: number }>(
        'select count(*)::int as count from notification where agency_id = $1',
        [agencyId],
      ),
    );
  return rows[0]!.count;
}

describe('a ping', () => {
  it('that verifies is 200 and one row, however often the same bytes come', async () => {
    const before = await kept();
    const body = ping();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await kept()).toBe(before + 1);
  });

  it('whose token has run out is 200 and kept', async () => {
    const before = await kept();
    const expiry = bankTime(new Date(Date.now() - 1_000));
    expect(await post(ping({ expiry }))).toBe(200);
    expect(await kept()).toBe(before + 1);
  });

  it.each([
    ['with a wrong signature', 401, () => ping().replace(/(?<="signature":")./, otherDigit)],
    [
      'without a signature',
      400,
      () => JSON.stringify({ ...JSON.parse(ping()), signature: undefined }),
    ],
    ['changed after signing', 401, () => ping().replace('token.', 'other.')],
    ['of a webshop that nobody knows', 401, () => ping({ poiId: 1 })],
    ['that is not JSON', 400, () => '{"authentication":'],
    ['that is JSON and no notification', 400, () => '[]'],
    ['that is empty', 400, () => ' '],
    ['of more than 64 KiB', 413, () => ping({ filler: 'x'.repeat(66_000) })],
  ])('%s is %i and leaves nothing', async (_what, status, body) => {
    const before = await kept();
    expect(await post(body())).toBe(status);
    expect(await kept()).toBe(before);
  });

  it('of another content type is 415', async () => {
    expect(await post(ping(), { type: 'text/plain' })).toBe(415);
    expect(await post(ping(), { type: 'application/json; charset=utf-8' })).toBe(200);
  });

  it('to an address that nobody has is 401', async () => {
    expect(await post(ping(), { url: `${room.publicUrl}/in/nobody` })).toBe(401);
  });

  it('of one agency at the address of another is 401', async () => {
    const other = await room.webshop(await room.agency());
    expect(await post(ping(), { url: other.webhookUrl })).toBe(401);
  });

  it('that is refused is counted per minute and reason', async () => {
    for (let i = 0; i < 5; i++) await post(ping({ poiId: 777 }));
    await room.get(Refusals).write();
    const { agencyId, actor } = shop.scope;
    const rows = await room.get(Work).read({ agencyId, actor }, (tx) =>
      tx.sql<{ sum: number }>(
        `select sum(count)::int as sum from notification_refusal
         where agency_id = $1 and poi_id = '777' and reason = 'unknown-webshop'`,
        [agencyId],
      ),
    );
    expect(rows[0]!.sum).toBe(5);
  });

  it('under a key that was entered a moment ago is taken after one fresh look', async () => {
    expect(await post(ping())).toBe(200);
    const renewed = await room.bank.renew(shop.bank);
    expect(await post(ping({}, renewed.signingKey))).toBe(401);
    await room.get(KeysService).enter(shop.scope, renewed);
    await expect
      .poll(() => post(ping({}, renewed.signingKey)), { timeout: 8_000, interval: 500 })
      .toBe(200);
    // What the bank signed before the change is still under way: the old key goes on verifying.
    expect(await post(ping())).toBe(200);
  });
});

describe('keys at entry', () => {
  it('of another webshop or environment are refused, and swapped or mangled ones are recognised', async () => {
    const keys = room.get(KeysService);
    const agency = { agencyId: shop.scope.agencyId, actor: shop.scope.actor };
    const other = await room.webshop(agency);
    const good = await room.bank.renew(other.bank);
    const codes: unknown[] = [];
    for (const [scope, pair] of [
      [other.scope, { ...good, signingKey: good.refreshToken, refreshToken: good.signingKey }],
      [other.scope, { ...good, signingKey: good.signingKey.slice(0, 20) }],
      [other.scope, { ...good, refreshToken: 'nonsense' }],
      [other.scope, { ...good, refreshToken: `${good.refreshToken}x` }],
      [shop.scope, good],
    ] as const) {
      await keys.enter(scope, pair).then(
        () => codes.push('taken'),
        (problem: { code: string }) => codes.push(problem.code),
      );
      if (scope === other.scope && codes.length === 4) await keys.enter(other.scope, good);
    }
    expect(codes).toEqual([
      'keys-swapped',
      'signing-key-form',
      'refresh-token-form',
      'keys-refused',
      'key-in-use',
    ]);
    const spaced = {
      signingKey: ` ${good.signingKey}\n`,
      refreshToken: `${good.refreshToken}\r\n`,
    };
    expect(await keys.enter(other.scope, spaced)).toMatchObject({ state: 'active' });
  });
});

describe('the database', () => {
  it('may go away under load: what was answered 200 is kept, the rest is told to come back', async () => {
    const before = await kept();
    const admin = new Client({ connectionString: room.api.config.databaseUrls.migrator });
    await admin.connect();
    const answers: number[] = [];
    const load = Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        await new Promise((resolve) => setTimeout(resolve, i * 3));
        answers.push(await post(ping({}, shop.bank.signingKey)));
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'tb_ingest' and datname = current_database()`,
    );
    await load;
    await admin.end();
    const taken = answers.filter((status) => status === 200).length;
    expect(answers.every((status) => status === 200 || status === 503)).toBe(true);
    expect(taken).toBeGreaterThan(0);
    expect(await kept()).toBeGreaterThanOrEqual(before + taken);
    expect(await post(ping({}, shop.bank.signingKey))).toBe(200);
  });
});
