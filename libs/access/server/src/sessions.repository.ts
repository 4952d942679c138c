import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { Agent } from './agent-words';
import type { MemberPlace } from './members.repository';

/** A session as it is found by its token. */
export interface LiveSession {
  readonly id: Id;
  readonly loginId: Id;
  readonly agencyId: Id | null;
  readonly merchantId: Id | null;
  readonly lastSeenAt: Date;
  readonly provenAt: Date;
  readonly expiresAt: Date;
}

/** A session as its owner sees it. */
export interface SessionSeen extends Agent {
  readonly id: Id;
  readonly createdAt: Date;
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
  merchant_id as "merchantId", last_seen_at as "lastSeenAt", proven_at as "provenAt",
  expires_at as "expiresAt"`;

type FirstSession = NewSession & Agent & { readonly loginId: Id; readonly expiresAt: Date };

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

  /** Those of a login that live, last seen first; a hundred at most. */
  openOf(loginId: Id, now: Date, idleSince: Date): Promise<SessionSeen[]> {
    return this.door.rows<SessionSeen>(
      `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", browser, system
       from session where login_id = $1
         and ended_at is null and expires_at > $2 and last_seen_at > $3
       order by last_seen_at desc, id desc limit 100`,
      [loginId, now, idleSince],
    );
  }

  async insert(tx: Tx, session: FirstSession): Promise<void> {
    const { id, tokenHash, loginId, agencyId, merchantId, at, expiresAt } = session;
    await tx.sql(
      `insert into session (id, token_hash, login_id, agency_id, merchant_id, created_at,
         last_seen_at, proven_at, expires_at, browser, system)
       values ($1, $2, $3, $4, $5, $6, $6, $6, $7, $8, $9)`,
      [
        ...[id, tokenHash, loginId, agencyId, merchantId, at, expiresAt],
        ...[session.browser, session.system],
      ],
    );
  }

  /**
   * Ends one session and goes on with another of the same login: begun and proven when the first was,
   * and it runs out when the first would have. False, and nothing happens, when the first has ended already.
   */
  async replace(tx: Tx, old: Id, next: NewSession): Promise<boolean> {
    const { id, tokenHash, agencyId, merchantId, at } = next;
    const made = await tx.sql(
      `with ended as (
         update session set ended_at = $6 where id = $1 and ended_at is null
         returning login_id, expires_at, created_at, proven_at, browser, system
       )
       insert into session
         (id, token_hash, login_id, agency_id, merchant_id, created_at, last_seen_at, proven_at,
          expires_at, browser, system)
       select $2, $3, login_id, $4, $5, created_at, $6, proven_at, expires_at, browser, system
       from ended returning id`,
      [old, id, tokenHash, agencyId, merchantId, at],
    );
    return made.length === 1;
  }

  async end(tx: Tx, id: Id, at: Date): Promise<void> {
    await tx.sql('update session set ended_at = $2 where id = $1 and ended_at is null', [id, at]);
  }

  /** All open ones of a login, but for one; how many. */
  async endAll(tx: Tx, loginId: Id, { except, at }: { except: Id | null; at: Date }) {
    const ended = await tx.sql(
      `update session set ended_at = $3
       where login_id = $1 and id is distinct from $2 and ended_at is null returning id`,
      [loginId, except, at],
    );
    return ended.length;
  }

  async prove(tx: Tx, id: Id, at: Date): Promise<void> {
    await tx.sql('update session set proven_at = $2 where id = $1 and ended_at is null', [id, at]);
  }

  /** When each of these was last here, in this agency or for this merchant. */
  async lastSeen(
    tx: Tx,
    { agencyId, merchantId }: MemberPlace,
    logins: readonly Id[],
  ): Promise<Map<Id, Date>> {
    const rows = await tx.sql<{ id: Id; at: Date }>(
      `select login_id as id, max(last_seen_at) as at from session
       where login_id = any($3) and agency_id = $1 and merchant_id is not distinct from $2
       group by login_id`,
      [agencyId, merchantId, logins],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  async touch(tx: Tx, id: Id, at: Date): Promise<void> {
    await tx.sql('update session set last_seen_at = $2 where id = $1 and last_seen_at < $2', [
      id,
      at,
    ]);
  }
}
