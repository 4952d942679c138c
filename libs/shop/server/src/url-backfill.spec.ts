import { cryptoTables } from '@toonbank/platform/crypto';
import { migrate, type RoomTables, systemScope, withNeeds, Work } from '@toonbank/platform/db';
import { mailTables } from '@toonbank/platform/mail';
import { outboxTables } from '@toonbank/platform/outbox';
import { newId } from '@toonbank/primitives';
import { emptyDatabase, type TestDatabase, TestClock, testPasswords } from '@toonbank/testing';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebshopEndings1764000000530 } from './migrations/1764000000530-webshop-endings';
import { ShopRoom } from './shop.testing';
import { shopTables } from './tables';
import { UrlHistory } from './url-history';
import { WebshopEndings } from './webshop-endings';
import { Webshops } from './webshops';

const all = [cryptoTables, mailTables, outboxTables, shopTables];
const ever = { from: new Date(0), until: new Date('2200-01-01T00:00:00Z') };
const dayOf = (at: Date | null) => at?.toISOString().slice(0, 13) ?? 'open';
const timeOf = (migration: { readonly name: string }) => Number(migration.name.slice(-13));

/** All tables as they were the moment before a migration. */
function before(last: { readonly name: string }): RoomTables {
  const known = withNeeds(all).flatMap(({ migrations }) => migrations);
  const migrations = known.filter((one) => timeOf(one) < timeOf(last));
  return { name: 'before', needs: [], entities: [], migrations };
}

// As in production: whoever migrates owns the tables and is no superuser, so policies hold for it.
const owner = `tb_owner_${process.pid}`;
let database: TestDatabase;
let admin: Client;
/** Signed in as the owner. */
let url: string;
let rows: Client;

beforeEach(async () => {
  database = await emptyDatabase();
  const place = new URL(database.url);
  const name = place.pathname.slice(1);
  place.pathname = '/postgres';
  admin = new Client({ connectionString: place.toString() });
  await admin.connect();
  await admin.query(`create role ${owner} login createrole password 'owner'`);
  await admin.query(`alter database ${name} owner to ${owner}`);
  const own = new URL(database.url);
  Object.assign(own, { username: owner, password: 'owner' });
  url = own.toString();
  await migrate(url, [before(WebshopEndings1764000000530)], testPasswords);
  rows = new Client({ connectionString: url });
  await rows.connect();
});

afterEach(async () => {
  await rows.end();
  await database.drop();
  await admin.query(`drop role ${owner}`);
  await admin.end();
});

/** An agency with a shop, as rows of that time. */
async function agency() {
  const [agencyId, merchantId, shopId, counterId] = [newId(), newId(), newId(), newId()];
  const at = '2026-01-01T00:00:00Z';
  const into = (table: string, values: Readonly<Record<string, string>>) =>
    rows.query(
      `insert into ${table} (${Object.keys(values).join()})
       values (${Object.keys(values).map((_, index) => `$${index + 1}`)})`,
      Object.values(values),
    );
  const own = { agency_id: agencyId, created_at: at, name: 'Bakker' };
  const ofMerchant = { ...own, merchant_id: merchantId };
  await into('agency', { ...own, webhook_key: 'key' });
  await into('merchant', { ...own, id: merchantId, name_search: 'bakker' });
  await into('shop', { ...ofMerchant, id: shopId });
  await into('point_of_sale', { ...ofMerchant, id: counterId, shop_id: shopId });
  const webshop = async (host: string, madeOn: string) => {
    const id = newId();
    const place = { agency_id: agencyId, merchant_id: merchantId, point_of_sale_id: counterId };
    const created_at = `${madeOn}T09:00:00Z`;
    await into('webshop', { ...place, id, url: `https://${host}/`, created_at });
    return id;
  };
  return { scope: systemScope(agencyId, 'test'), merchantId, shopId, webshop };
}

describe('the first history of URLs', () => {
  it('has each webshop that there was since it was made, and goes on from there', async () => {
    const [one, other] = [await agency(), await agency()];
    await one.webshop('blijft.example', '2026-01-10');
    const moves = await one.webshop('verhuist.example', '2026-02-10');
    const ends = await one.webshop('stopt.example', '2026-03-10');
    const removed = await one.webshop('weg.example', '2026-04-10');
    // Nothing ended before this migration; what was not wanted was taken away by hand.
    await rows.query('delete from webshop where id = $1', [removed]);
    const endsElsewhere = await other.webshop('stopt.example', '2026-05-10');
    await migrate(url, all, testPasswords);

    const clock = new TestClock(new Date('2026-11-01T09:00:00Z'));
    const room = await ShopRoom.open(clock, database);
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
    const { webshop } = await agency();
    await webshop('blijft.example', '2026-01-10');
    await rows.query('drop policy owner on webshop');
    await expect(migrate(url, all, testPasswords)).rejects.toThrow('history');
  });
});
