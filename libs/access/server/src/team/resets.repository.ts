import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** A reset link as it is found by its token. */
export interface ResetRoute {
  readonly id: Id;
  readonly agencyId: Id;
  readonly loginId: Id;
  readonly madeBy: Id;
  readonly expiresAt: Date;
  readonly closedAt: Date | null;
}

interface NewReset extends Omit<ResetRoute, 'closedAt'> {
  readonly tokenHash: Buffer;
}

/** The only file that may name the `reset_route` table. A login belongs to no tenant. */
@Injectable()
export class ResetsRepository {
  constructor(private readonly door: Door) {}

  async route(tokenHash: Buffer): Promise<ResetRoute | undefined> {
    const [route] = await this.door.rows<ResetRoute>(
      `select id, agency_id as "agencyId", login_id as "loginId", made_by as "madeBy",
         expires_at as "expiresAt", closed_at as "closedAt"
       from reset_route where token_hash = $1`,
      [tokenHash],
    );
    return route;
  }

  async insert(tx: Tx, reset: NewReset): Promise<void> {
    const { id, tokenHash, agencyId, loginId, madeBy, expiresAt } = reset;
    await tx.sql(
      `insert into reset_route (id, token_hash, agency_id, login_id, made_by, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, tokenHash, agencyId, loginId, madeBy, expiresAt],
    );
  }

  /**
   * A link that somebody asked for themselves. False when they have one that ends after `since`: they
   * asked a moment ago. Of two who ask at once one waits for the other.
   */
  async insertOwn(tx: Tx, reset: NewReset, since: Date): Promise<boolean> {
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `reset|${reset.loginId}`,
    ]);
    const { id, tokenHash, agencyId, loginId, madeBy, expiresAt } = reset;
    const rows = await tx.sql(
      `insert into reset_route (id, token_hash, agency_id, login_id, made_by, expires_at)
       select $1, $2, $3, $4, $5, $6 where not exists (
         select from reset_route where login_id = $4 and made_by = $4
           and closed_at is null and expires_at > $7)
       returning id`,
      [id, tokenHash, agencyId, loginId, madeBy, expiresAt, since],
    );
    return rows.length === 1;
  }

  /** False when it was closed before. */
  async close(tx: Tx, id: Id, at: Date): Promise<boolean> {
    const sql = `update reset_route set closed_at = $2 where id = $1 and closed_at is null
      returning id`;
    return (await tx.sql(sql, [id, at])).length === 1;
  }

  /** A new link, and a password that somebody chose by any way, end the links there were. */
  async closeAll(tx: Tx, loginId: Id, at: Date): Promise<void> {
    await tx.sql(
      'update reset_route set closed_at = $2 where login_id = $1 and closed_at is null',
      [loginId, at],
    );
  }
}
