import { migrate, type RoomTables, withNeeds } from '@toonbank/platform/db';
import { Client } from 'pg';
import { testPasswords } from './test-config';
import { emptyDatabase, type TestDatabase } from './test-database';

const timeOf = (migration: { readonly name: string }) => Number(migration.name.slice(-13));
const owner = `tb_owner_${process.pid}`;

/**
 * A database as it was before a migration, with rows of that time. As in production: whoever
 * migrates owns the tables and is no superuser, so policies hold for it.
 */
export class PastDatabase {
  private constructor(
    readonly database: TestDatabase,
    private readonly tables: readonly RoomTables[],
    private readonly admin: Client,
    private readonly url: string,
    /** Signed in as the owner. */
    readonly rows: Client,
  ) {}

  /** `tables`: of the rooms that there are to be, with what they need. */
  static async before(
    migration: { readonly name: string },
    tables: readonly RoomTables[],
  ): Promise<PastDatabase> {
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
    await migrate(url, [until(migration, tables)], testPasswords);
    const rows = new Client({ connectionString: url });
    await rows.connect();
    return new PastDatabase(database, tables, admin, url, rows);
  }

  /** To where the tables are now. */
  async migrated(): Promise<void> {
    await migrate(this.url, this.tables, testPasswords);
  }

  async close(): Promise<void> {
    await this.rows.end();
    await this.database.drop();
    await this.admin.query(`drop role ${owner}`);
    await this.admin.end();
  }

  /** A row of that time. Names of table and columns are the caller's own. */
  async into(table: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.rows.query(
      `insert into ${table} (${Object.keys(values).join()})
       values (${Object.keys(values).map((_, index) => `$${index + 1}`)})`,
      Object.values(values),
    );
  }
}

/** All tables as they were the moment before a migration. */
function until(last: { readonly name: string }, tables: readonly RoomTables[]): RoomTables {
  const known = withNeeds(tables).flatMap(({ migrations }) => migrations);
  const migrations = known.filter((one) => timeOf(one) < timeOf(last));
  return { name: 'before', needs: [], entities: [], migrations };
}
