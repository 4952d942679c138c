import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** A session as it is found by its token. */
export interface LiveSession {
  readonly id: Id;
  readonly loginId: Id;
  readonly agencyId: Id | null;
  readonly merchantId: Id | null;
  readonly lastSeenAt: Date;
}

interface NewSession {
  readonly id: Id;
  readonly tokenHash: Buffer;
  readonly agencyId: Id | null;
  readonly merchantId: Id | null;
  readonly at: Date;
}

const columns = `id, login_id as "loginId", agency_id as "agencyId",
  merchant_id as "merchantId", last_seen_at as "lastSeenAt"`;

/** The only file that may name the `session` table. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly door: Door) {}

  /** Not ended, not run out, and seen after `idleSince`. */
  async live(tokenHash: Buffer, now: Date, idleSince: Date): Promise<LiveSession | undefined> {
    const [session] = await this.door.rows<LiveSession>(
      `select ${columns} from session where token_hash = $1
         and ended_at is null and expires_at > $2 and last_seen_at > $3`,
      [tokenHash, now, idleSince],
    );
    return session;
  }

  async byId(id: Id): Promise<LiveSession | undefined> {
    const sql = `select ${columns} from session where id = $1`;
    return (await this.door.rows<LiveSession>(sql, [id]))[0];
  }

  async insert(tx: Tx, session: NewSession & { readonly loginId: Id; readonly expiresAt: Date }) {
    const { id, tokenHash, loginId, agencyId, merchantId, at, expiresAt } = session;
    await tx.sql(
      `insert into session
         (id, token_hash, login_id, agency_id, merchant_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7)`,
      [id, tokenHash, loginId, agencyId, merchantId, at, expiresAt],
    );
  }

  /**
   * Ends one session and starts another for the same login, which runs out when the first would have.
   * False, and nothing happens, when the first has ended already.
   */
  async replace(tx: Tx, old: Id, next: NewSession): Promise<boolean> {
    const { id, tokenHash, agencyId, merchantId, at } = next;
    const made = await tx.sql(
      `with ended as (
         update session set ended_at = $6 where id = $1 and ended_at is null
         returning login_id, expires_at
       )
       insert into session
         (id, token_hash, login_id, agency_id, merchant_id, created_at, last_seen_at, expires_at)
       select $2, $3, login_id, $4, $5, $6, $6, expires_at from ended returning id`,
      [old, id, tokenHash, agencyId, merchantId, at],
    );
    return made.length === 1;
  }

  async end(tx: Tx, id: Id, at: Date): Promise<void> {
    await tx.sql('update session set ended_at = $2 where id = $1 and ended_at is null', [id, at]);
  }

  async touch(tx: Tx, id: Id, at: Date): Promise<void> {
    await tx.sql('update session set last_seen_at = $2 where id = $1 and last_seen_at < $2', [
      id,
      at,
    ]);
  }
}
