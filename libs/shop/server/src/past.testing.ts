import { cryptoTables } from '@toonbank/platform/crypto';
import { migrate, type RoomTables, systemScope, withNeeds } from '@toonbank/platform/db';
import { mailTables } from '@toonbank/platform/mail';
import { outboxTables } from '@toonbank/platform/outbox';
import { newId } from '@toonbank/primitives';
import { emptyDatabase, type TestDatabase, testPasswords } from '@toonbank/testing';
import { Client } from 'pg';
import { shopTables } from './tables';

const all = [cryptoTables, mailTables, outboxTables, shopTables];
const timeOf = (migration: { readonly name: string }) => Number(migration.name.slice(-13));

/** All tables as they were the moment before a migration. */
function before(last: { readonly name: string }): RoomTables {
  const known = withNeeds(all).flatMap(({ migrations }) => migrations);
  const migrations = known.filter((one) => timeOf(one) < timeOf(last));
  return { name: 'before', needs: [], entities: [], migrations };
}

/**
 * A database as it was before a migration, with rows of that time. As in production: whoever
 * migrates owns the tables and is no superuser, so policies hold for it.
 */
export class Past {
  private constructor(
    readonly database: TestDatabase,
    private readonly admin: Client,
    private readonly url: string,
    /** Signed in as the owner. */
    readonly rows: Client,
  ) {}

  static async before(migration: { readonly name: string }): Promise<Past> {
    const database = await emptyDatabase();
    const place = new URL(database.url);
    const name = place.pathname.slice(1);
    place.pathname = '/postgres';
    const admin = new Client({ connectionString: place.toString() });
    await admin.connect();
    await admin.query(`create role ${owner} login createrole password 'owner'`);
    await admin.query(`alter database ${name} owner to ${owner}`);
    const own = new URL(database.url);
    Object.assign(own, { username: owner, password: 'owner' });
    const url = own.toString();
    await migrate(url, [before(migration)], testPasswords);
    const rows = new Client({ connectionString: url });
    await rows.connect();
    return new Past(database, admin, url, rows);
  }

  /** To where the tables are now. */
  async migrated(): Promise<void> {
    await migrate(this.url, all, testPasswords);
  }

  async close(): Promise<void> {
    await this.rows.end();
    await this.database.drop();
    await this.admin.query(`drop role ${owner}`);
    await this.admin.end();
  }

  /** An agency with a shop, as rows of that time. */
  async agency() {
    const [agencyId, merchantId, shopId, counterId] = [newId(), newId(), newId(), newId()];
    const at = '2026-01-01T00:00:00Z';
    const own = { agency_id: agencyId, created_at: at, name: 'Bakker' };
    const ofMerchant = { ...own, merchant_id: merchantId };
    await this.into('agency', { ...own, webhook_key: 'key' });
    await this.into('merchant', { ...own, id: merchantId, name_search: 'bakker' });
    await this.into('shop', { ...ofMerchant, id: shopId });
    await this.into('point_of_sale', { ...ofMerchant, id: counterId, shop_id: shopId });
    const webshop = async (host: string, madeOn: string, more: Row = {}) => {
      const id = newId();
      const place = { agency_id: agencyId, merchant_id: merchantId, point_of_sale_id: counterId };
      const created_at = `${madeOn}T09:00:00Z`;
      await this.into('webshop', { ...place, id, url: `https://${host}/`, created_at, ...more });
      return id;
    };
    return { scope: systemScope(agencyId, 'test'), merchantId, shopId, webshop };
  }

  private async into(table: string, values: Row): Promise<void> {
    await this.rows.query(
      `insert into ${table} (${Object.keys(values).join()})
       values (${Object.keys(values).map((_, index) => `$${index + 1}`)})`,
      Object.values(values),
    );
  }
}

type Row = Readonly<Record<string, string>>;

const owner = `tb_owner_${process.pid}`;
