import { Work } from '@toonbank/platform/db';
import { type PastDatabase, TestClock } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebshopEndings1764000000530 } from './migrations/1764000000530-webshop-endings';
import { pastAgency, pastBefore } from './past.testing';
import { ShopRoom } from './shop.testing';
import { UrlHistory } from './url-history';
import { WebshopEndings } from './webshop-endings';
import { Webshops } from './webshops';

const ever = { from: new Date(0), until: new Date('2200-01-01T00:00:00Z') };
const dayOf = (at: Date | null) => at?.toISOString().slice(0, 13) ?? 'open';

let past: PastDatabase;
beforeEach(async () => (past = await pastBefore(WebshopEndings1764000000530)));
afterEach(() => past.close());

describe('the first history of URLs', () => {
  it('has each webshop that there was since it was made, and goes on from there', async () => {
    const [one, other] = [await pastAgency(past), await pastAgency(past)];
    await one.webshop('blijft.example', '2026-01-10');
    const moves = await one.webshop('verhuist.example', '2026-02-10');
    const ends = await one.webshop('stopt.example', '2026-03-10');
    const removed = await one.webshop('weg.example', '2026-04-10');
    // Nothing ended before this migration; what was not wanted was taken away by hand.
    await past.rows.query('delete from webshop where id = $1', [removed]);
    const endsElsewhere = await other.webshop('stopt.example', '2026-05-10');
    await past.migrated();

    const clock = new TestClock(new Date('2026-11-01T09:00:00Z'));
    const room = await ShopRoom.open(clock, past.database);
    const { app } = room.test;
    const told = async ({ scope }: typeof one) => {
      const work = app.get(Work);
      const periods = await work.read(scope, (tx) => app.get(UrlHistory).within(tx, ever));
      return periods.map(
        (period) => `${new URL(period.url).host} ${dayOf(period.from)} ${dayOf(period.until)}`,
      );
    };
    expect(await told(one)).toEqual([
      'blijft.example 2026-01-10T09 open',
      'verhuist.example 2026-02-10T09 open',
      'stopt.example 2026-03-10T09 open',
    ]);
    expect(await told(other)).toEqual(['stopt.example 2026-05-10T09 open']);
    const within = (tx: Parameters<UrlHistory['within']>[0]) =>
      app.get(UrlHistory).within(tx, ever);
    const [first] = await app.get(Work).read(one.scope, within);
    expect(first).toMatchObject({ merchantId: one.merchantId, shopId: one.shopId });

    await app.get(Webshops).change(one.scope, moves, { url: 'https://nieuw.example/' });
    await app.get(WebshopEndings).set(one.scope, ends, { endsOn: '2026-11-05' });
    await app.get(WebshopEndings).set(other.scope, endsElsewhere, { endsOn: '2026-11-30' });
    expect(await told(one)).toEqual([
      'blijft.example 2026-01-10T09 open',
      'verhuist.example 2026-02-10T09 2026-11-01T09',
      'stopt.example 2026-03-10T09 2026-11-05T23',
      'nieuw.example 2026-11-01T09 open',
    ]);
    expect(await told(other)).toEqual(['stopt.example 2026-05-10T09 2026-11-30T23']);
    await room.test.close();
  });

  it('is not made by who does not see the webshops: it would stay empty without a word', async () => {
    const { webshop } = await pastAgency(past);
    await webshop('blijft.example', '2026-01-10');
    await past.rows.query('drop policy owner on webshop');
    await expect(past.migrated()).rejects.toThrow('history');
  });
});
