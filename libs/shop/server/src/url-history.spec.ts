import { Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { TestClock } from '@toonbank/testing';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ShopRoom, type Tenant } from './shop.testing';
import { UrlHistory, type UrlPeriod } from './url-history';
import { WebshopEndings } from './webshop-endings';
import { Webshops } from './webshops';

const start = new Date('2026-11-01T09:00:00.000Z');
const clock = new TestClock(start);
let room: ShopRoom;
beforeAll(async () => (room = await ShopRoom.open(clock)));
beforeEach(() => clock.advance({ ms: start.getTime() - clock.millis() }));
afterAll(() => room.test.close());

const ever = { from: new Date(0), until: new Date('2200-01-01T00:00:00Z') };

function history(
  { scope }: Pick<Tenant, 'scope'>,
  span: Parameters<UrlHistory['within']>[1] = ever,
): Promise<UrlPeriod[]> {
  const { app } = room.test;
  return app.get(Work).read(scope, (tx) => app.get(UrlHistory).within(tx, span));
}

/** One thing that befalls a webshop, by the hours that pass before it. */
type Step =
  | { readonly does: 'move'; readonly hours: number; readonly to: string }
  | { readonly does: 'end'; readonly hours: number; readonly on: string }
  | { readonly does: 'undo'; readonly hours: number };

async function take({ scope }: Tenant, id: Id, step: Step): Promise<void> {
  const { app } = room.test;
  clock.advance({ hours: step.hours });
  if (step.does === 'move') {
    await app.get(Webshops).change(scope, id, { url: `https://${step.to}.example/` });
  } else if (step.does === 'end') {
    await app.get(WebshopEndings).set(scope, id, { endsOn: step.on });
  } else {
    await app.get(WebshopEndings).undo(scope, id);
  }
}

/** The periods as day and hour, in the order of time. */
async function told(tenant: Tenant): Promise<string[]> {
  const brief = (at: Date | null) => at?.toISOString().slice(5, 13) ?? 'open';
  const periods = await history(tenant);
  return periods.map(
    ({ url, from, until }) => `${new URL(url).host} ${brief(from)} ${brief(until)}`,
  );
}

describe('the history of a webshop', () => {
  const move = (to: string, hours = 24): Step => ({ does: 'move', hours, to });
  const end = (on: string, hours = 24): Step => ({ does: 'end', hours, on });
  const undo = (hours = 24): Step => ({ does: 'undo', hours });
  const ab = ['a.example 11-01T09 11-02T09', 'b.example 11-02T09 open'];
  const endedOn5 = 'a.example 11-01T09 11-05T23';

  it.each<[string, Step[], string[]]>([
    ['begins when it is made', [], ['a.example 11-01T09 open']],
    ['goes on under a new URL', [move('b')], ab],
    ['is not broken by the same URL again', [move('a')], ['a.example 11-01T09 open']],
    ['holds no period without length', [move('c'), move('b', 0)], ab],
    ['ends where the webshop ends', [end('2026-11-05')], [endedOn5]],
    ['follows an end that is moved', [end('2026-11-20'), end('2026-11-05')], [endedOn5]],
    ['is open again when that is undone', [end('2026-11-05'), undo()], ['a.example 11-01T09 open']],
    [
      'keeps the end under a new URL',
      [end('2026-11-05', 0), move('b')],
      [ab[0]!, 'b.example 11-02T09 11-05T23'],
    ],
    ['opens the new URL when that is undone', [end('2026-11-05', 0), move('b'), undo()], ab],
  ])('%s', async (_what, steps, expected) => {
    const tenant = await room.tenant();
    const { webshop } = await room.webshop(tenant, 'https://a.example');
    for (const step of steps) await take(tenant, webshop.id, step);
    expect(await told(tenant)).toEqual(expected);
  });
});

it('tells what touches a span, half open, by merchant and shop, for the merchants asked', async () => {
  const tenant = await room.tenant();
  const one = await room.webshop(tenant, 'https://een.example');
  const other = { ...tenant, merchantId: await room.merchant(tenant.scope) };
  await room.webshop(other, 'https://drie.example');
  await take(tenant, one.webshop.id, { does: 'move', hours: 24, to: 'twee' });
  const [first] = await history(tenant);
  expect(first).toEqual({
    ...{ webshopId: one.webshop.id, merchantId: tenant.merchantId, shopId: one.shop.id },
    ...{ url: 'https://een.example/', from: start, until: clock.now() },
  });
  const hosts = async (span: Parameters<UrlHistory['within']>[1]) =>
    (await history(tenant, span)).map(({ url }) => new URL(url).host);
  const moved = clock.now();
  expect(await hosts({ from: new Date(0), until: start })).toEqual([]);
  expect(await hosts({ from: start, until: moved })).toEqual(['een.example', 'drie.example']);
  expect(await hosts({ from: moved, until: ever.until })).toEqual(['twee.example', 'drie.example']);
  expect(await hosts({ ...ever, merchantIds: [other.merchantId] })).toEqual(['drie.example']);
  expect(await hosts({ ...ever, merchantIds: [] })).toEqual([]);
});

it('shows a merchant its own, and strangers nothing', async () => {
  const tenant = await room.tenant();
  await room.webshop(tenant, 'https://mijn.example');
  const other = { ...tenant, merchantId: await room.merchant(tenant.scope) };
  await room.webshop(other, 'https://ander.example');
  const own = { scope: { ...tenant.scope, merchantId: tenant.merchantId } };
  expect((await history(own)).map(({ url }) => url)).toEqual(['https://mijn.example/']);
  const asked = { ...ever, merchantIds: [tenant.merchantId] };
  expect(await history(await room.tenant(), asked)).toEqual([]);
});

it('never overlaps and never has a hole, whatever befalls a webshop, two at once included', async () => {
  const tenant = await room.tenant();
  const day = (days: number) => new Date(start.getTime() + days * 86_400_000);
  const hours = fc.constantFrom(0, 0, 5, 30);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ does: fc.constant('move' as const), hours, to: fc.constantFrom('a', 'b', 'c') }),
    fc.record({
      ...{ does: fc.constant('end' as const), hours },
      on: fc.integer({ min: 30, max: 60 }).map((days) => day(days).toISOString().slice(0, 10)),
    }),
    fc.record({ does: fc.constant('undo' as const), hours }),
  );
  const turns = fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(turns, async (histories) => {
      const { webshop } = await room.webshop(tenant, `https://a.example/${newId()}`);
      for (const atOnce of histories) {
        await Promise.all(atOnce.map((taken) => take(tenant, webshop.id, taken)));
      }
      const periods = (await history(tenant)).filter((p) => p.webshopId === webshop.id);
      const now = await room.test.app.get(Webshops).get(tenant.scope, webshop.id);
      expect(periods.at(-1)!.url).toBe(now.url);
      expect(periods.at(-1)!.until?.toISOString() ?? null).toBe(now.ending?.endsAt ?? null);
      expect(periods[0]!.from.toISOString()).toBe(webshop.createdAt);
      for (const [index, { from, until }] of periods.entries()) {
        expect(until === null || until > from).toBe(true);
        expect(until).toEqual(periods[index + 1]?.from ?? until);
      }
      clock.advance({ ms: start.getTime() - clock.millis() });
    }),
    { numRuns: 25 },
  );
});
