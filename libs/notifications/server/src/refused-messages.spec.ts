import { KeyUse } from '@toonbank/keys/server';
import type { RefusedMessages } from '@toonbank/notifications/contract';
import { newId } from '@toonbank/primitives';
import { Work } from '@toonbank/platform/db';
import { bankTime, signingKey, signNotification } from '@toonbank/smart-pay';
import { TestCaller, TestClock } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';
import { Refusals } from './refusals';
import { RefusedMessagesService } from './refused-messages.service';

const clock = new TestClock(new Date());
const minuteMs = 60_000;
let room: StatusRoom;
/** The pair of a webshop that is kept nowhere here was entered at it. */
let mistaken: SellingWebshop;
let staff: TestCaller;
let enteredAt: number;

beforeAll(async () => {
  room = await StatusRoom.open(clock);
});

beforeEach(async () => {
  const elsewhere = await room.bank.webshop('sandbox', 'https://elsewhere.example/in/x');
  enteredAt = clock.millis();
  mistaken = await room.webshop(await room.agency(), 'sandbox', elsewhere);
  staff = await signedIn(mistaken);
  clock.advance({ minutes: 1 });
});

afterAll(async () => {
  await room.close();
});

async function signedIn({ scope }: SellingWebshop): Promise<TestCaller> {
  const caller = TestCaller.browser(room.api.app);
  const { email, password } = await room.member(scope);
  await caller.signIn(email, password);
  return caller;
}

/** A notification as the bank signs it. */
async function ping(
  { bank, webhookUrl }: SellingWebshop,
  poiId: number | string = bank.poiId,
): Promise<number> {
  const said = {
    authentication: `token.${newId()}.x`,
    expiry: bankTime(new Date(clock.millis() + 600_000)),
    eventName: 'merchant.order.status.changed',
    poiId: Number(poiId),
  };
  const signature = signNotification(signingKey(bank.signingKey), said);
  const { status } = await fetch(webhookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...said, signature }),
  });
  await room.get(Refusals).write();
  return status;
}

function pathOf({ scope: { place } }: SellingWebshop): string {
  return `/v1/webshops/${place.webshopId}/environments/${place.environment}/refused-messages`;
}

async function refused(shop = mistaken, caller = staff): Promise<RefusedMessages> {
  const { status, body } = await caller.get<RefusedMessages>(pathOf(shop));
  expect(status).toBe(200);
  return body;
}

const minuteNow = () => new Date(Math.floor(clock.millis() / minuteMs) * minuteMs).toISOString();

describe('a pair of another webshop', () => {
  it('shows at the first notification: how many were refused, and when last', async () => {
    expect(await refused()).toEqual({
      since: new Date(enteredAt).toISOString(),
      ...{ lastVerifiedAt: null, noKeyFits: null, unknownWebshop: null },
    });
    expect(await ping(mistaken)).toBe(401);
    expect((await refused()).noKeyFits).toEqual({ count: 1, lastAt: minuteNow() });
    clock.advance({ minutes: 3 });
    expect([await ping(mistaken), await ping(mistaken)]).toEqual([401, 401]);
    expect((await refused()).noKeyFits).toEqual({ count: 3, lastAt: minuteNow() });
    expect((await refused()).unknownWebshop).toBeNull();
  });

  it('is over once the pair of the webshop itself is entered: what was refused before counts no more', async () => {
    expect(await ping(mistaken)).toBe(401);
    clock.advance({ minutes: 1 });
    const { signingKey: key, refreshToken } = mistaken.bank;
    const { place } = mistaken.scope;
    const keys = `/v1/webshops/${place.webshopId}/environments/sandbox/keys/bank`;
    expect((await staff.put(keys, { signingKey: key, refreshToken })).status).toBe(200);
    clock.advance({ minutes: 1 });
    expect(await ping(mistaken)).toBe(200);
    await room.get(KeyUse).onModuleDestroy();
    const after = await refused();
    expect(after).toMatchObject({ noKeyFits: null, lastVerifiedAt: clock.now().toISOString() });
  });

  it('is counted for a week', async () => {
    await ping(mistaken);
    clock.advance({ hours: 7 * 24 - 1 });
    await ping(mistaken);
    expect((await refused(mistaken, await signedIn(mistaken))).noKeyFits?.count).toBe(2);
    clock.advance({ hours: 2 });
    expect((await refused(mistaken, await signedIn(mistaken))).noKeyFits?.count).toBe(1);
  });
});

describe('a poiId that no webshop here has', () => {
  it('is said with the last three, and nothing that could not be one', async () => {
    for (const poiId of [11, 12, 13, 14, -5]) {
      expect(await ping(mistaken, poiId)).toBe(401);
      clock.advance({ minutes: 1 });
    }
    const { unknownWebshop, noKeyFits } = await refused();
    expect(unknownWebshop).toMatchObject({ count: 5, poiIds: ['14', '13', '12'] });
    expect(noKeyFits).toBeNull();
  });

  it('is told to the agency, not to what is inside one merchant', async () => {
    await ping(mistaken, 11);
    await ping(mistaken);
    expect(await refused()).toMatchObject({
      noKeyFits: { count: 1 },
      unknownWebshop: { count: 1 },
    });
    const { scope } = mistaken;
    expect(scope.merchantId).toBeDefined();
    const inside = await room.get(RefusedMessagesService).of(scope, scope.place);
    expect(inside).toMatchObject({ noKeyFits: { count: 1 }, unknownWebshop: null });
  });

  it('is added up no further than a thousand of them', async () => {
    const { agencyId, actor } = mistaken.scope;
    await room.get(Work).run({ agencyId, actor }, (tx) =>
      tx.sql(
        `insert into notification_refusal (agency_id, poi_id, reason, minute, count)
         select $1, n::text, 'unknown-webshop', $2, 1 from generate_series(1, 3000) n`,
        [agencyId, clock.now()],
      ),
    );
    expect((await refused()).unknownWebshop).toMatchObject({ count: 1_000 });
  });
});

it('is nobody else’s to know', async () => {
  const other = await signedIn(await room.webshop(await room.agency()));
  expect((await other.get(pathOf(mistaken))).status).toBe(404);
});

it('is nothing where no pair is in use', async () => {
  const production = pathOf(mistaken).replace('sandbox', 'production');
  const { body } = await staff.get<RefusedMessages>(production);
  expect(body).toEqual({
    ...{ since: null, lastVerifiedAt: null, noKeyFits: null, unknownWebshop: null },
  });
});
