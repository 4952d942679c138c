import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

export interface Login {
  readonly id: Id;
  readonly passwordHash: string;
  readonly passwordVersion: number;
  readonly lockedUntil: Date | null;
}

/** A login, and which of its passwords was right. */
export type ProvenLogin = Pick<Login, 'id' | 'passwordVersion'>;

interface NewLogin {
  readonly id: Id;
  readonly email: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** The only file, with `PeopleNames`, that may name the `login` table. A login belongs to no tenant. */
@Injectable()
export class LoginsRepository {
  constructor(private readonly door: Door) {}

  byEmail(email: string): Promise<Login | undefined> {
    return this.one('email', email);
  }

  byId(id: Id): Promise<Login | undefined> {
    return this.one('id', id);
  }

  private async one(column: 'email' | 'id', value: string): Promise<Login | undefined> {
    const [login] = await this.door.rows<Login>(
      `select id, password_hash as "passwordHash", password_version as "passwordVersion",
         locked_until as "lockedUntil"
       from login where ${column} = $1`,
      [value],
    );
    return login;
  }

  async emailOf(id: Id): Promise<string> {
    return (await this.emailsOf([id])).get(id) ?? '';
  }

  async emailsOf(ids: readonly Id[]): Promise<Map<Id, string>> {
    if (ids.length === 0) return new Map();
    const sql = 'select id, email from login where id = any($1)';
    const rows = await this.door.rows<{ id: Id; email: string }>(sql, [ids]);
    return new Map(rows.map(({ id, email }) => [id, email]));
  }

  /** Whose address it is: `login`'s, when nobody had it, else who had it already. Safe to race. */
  async ensure(tx: Tx, { id, email, passwordHash, createdAt }: NewLogin): Promise<Id> {
    await tx.sql(
      `insert into login (id, email, password_hash, created_at) values ($1, $2, $3, $4)
       on conflict (email) do nothing`,
      [id, email, passwordHash, createdAt],
    );
    const rows = await tx.sql<{ id: Id }>('select id from login where email = $1', [email]);
    return rows[0]!.id;
  }

  /**
   * Holds the login until the end of the transaction, so that nobody else gives it a password or
   * lets it in meanwhile. False when its password is no longer the one of that version.
   */
  async hold(tx: Tx, id: Id, passwordVersion: number): Promise<boolean> {
    const sql = 'select id from login where id = $1 and password_version = $2 for update';
    return (await tx.sql(sql, [id, passwordVersion])).length === 1;
  }

  /** A new password, and an end to being locked. False when there was another in the meantime. */
  async setPassword(tx: Tx, { id, passwordVersion }: ProvenLogin, hash: string): Promise<boolean> {
    const changed = await tx.sql(
      `update login set password_hash = $3, password_version = password_version + 1,
         failed_attempts = 0, locked_until = null
       where id = $1 and password_version = $2 returning id`,
      [id, passwordVersion, hash],
    );
    return changed.length === 1;
  }

  /** Counts a wrong password; the `limit`th locks until the given moment and starts a new count. */
  async countFailure(tx: Tx, id: Id, { limit, until }: { limit: number; until: Date }) {
    await tx.sql(
      `update login
       set failed_attempts = case when failed_attempts + 1 >= $2 then 0 else failed_attempts + 1 end,
         locked_until = case when failed_attempts + 1 >= $2 then $3 else locked_until end
       where id = $1`,
      [id, limit, until],
    );
  }

  /** Forgets wrong passwords. False when the login was locked in the meantime. */
  async forgetFailures(tx: Tx, id: Id, now: Date): Promise<boolean> {
    const rows = await tx.sql(
      `update login set failed_attempts = 0, locked_until = null
       where id = $1 and (locked_until is null or locked_until <= $2) returning id`,
      [id, now],
    );
    return rows.length === 1;
  }
}
