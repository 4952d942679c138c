import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

export interface Login {
  readonly id: Id;
  readonly passwordHash: string;
  readonly lockedUntil: Date | null;
}

interface NewLogin {
  readonly id: Id;
  readonly email: string;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** The only file that may name the `login` table. A login belongs to no tenant. */
@Injectable()
export class LoginsRepository {
  constructor(private readonly door: Door) {}

  async byEmail(email: string): Promise<Login | undefined> {
    const [login] = await this.door.rows<Login>(
      `select id, password_hash as "passwordHash", locked_until as "lockedUntil"
       from login where email = $1`,
      [email],
    );
    return login;
  }

  async emailOf(id: Id): Promise<string> {
    const rows = await this.door.rows<{ email: string }>('select email from login where id = $1', [
      id,
    ]);
    return rows[0]?.email ?? '';
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
