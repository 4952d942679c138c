import { Injectable } from '@nestjs/common';
import type { Tx, WebshopScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** A ping whose token may be pulled with. */
export interface SealedPing {
  readonly id: Id;
  readonly sealed: Buffer;
  readonly receivedAt: Date;
}

/** A page as it came, sealed. */
export interface LandedPage {
  readonly id: Id;
  readonly landedAt: Date;
  readonly sealed: Buffer;
}

/** A page with what became of it. */
export interface KeptPage extends LandedPage {
  readonly state: 'landed' | 'applied' | 'quarantined';
}

/** The only file that may name the tables `pull_lease`, `pull_attempt` and `raw_page`, and `notification` from the worker's side. */
@Injectable()
export class PullsRepository {
  /**
   * Takes the lease of a webshop environment: one puller at a time. Answers the fencing number, one
   * higher at each change of hands, or undefined while somebody else holds it.
   */
  async takeLease(tx: Tx, now: Date, until: Date): Promise<bigint | undefined> {
    const { agencyId, merchantId, place } = inside(tx);
    const rows = await tx.sql<{ fence: string }>(
      `insert into pull_lease as l (agency_id, merchant_id, webshop_id, environment, fence, held_until)
       values ($1, $2, $3, $4, 1, $6)
       on conflict (agency_id, webshop_id, environment) do update
         set fence = l.fence + 1, held_until = excluded.held_until
         where l.held_until <= $5
       returning fence`,
      [agencyId, merchantId, place.webshopId, place.environment, now, until],
    );
    return rows[0] && BigInt(rows[0].fence);
  }

  /** False when the lease has changed hands: whoever asks must stop. */
  async renewLease(tx: Tx, fence: bigint, until: Date): Promise<boolean> {
    const { agencyId, place } = inside(tx);
    const rows = await tx.sql(
      `update pull_lease set held_until = $5
       where agency_id = $1 and webshop_id = $2 and environment = $3 and fence = $4
       returning fence`,
      [agencyId, place.webshopId, place.environment, fence.toString(), until],
    );
    return rows.length > 0;
  }

  /** The newest ping whose token still lives, if any ping waits. */
  async livePing(tx: Tx, now: Date): Promise<SealedPing | undefined> {
    const { agencyId, place } = inside(tx);
    const rows = await tx.sql<{ id: Id; sealed: Buffer; received_at: Date }>(
      `select id, sealed, received_at from notification
       where agency_id = $1 and webshop_id = $2 and environment = $3 and state = 'waiting'
         and expires_at > $4
       order by received_at desc limit 1`,
      [agencyId, place.webshopId, place.environment, now],
    );
    const [row] = rows;
    return row && { id: row.id, sealed: row.sealed, receivedAt: row.received_at };
  }

  /** Everything received up to the ping that was pulled with is answered: a pull hands over all there is. */
  async markPulled(tx: Tx, upTo: Date): Promise<void> {
    const { agencyId, place } = inside(tx);
    await tx.sql(
      `update notification set state = 'pulled'
       where agency_id = $1 and webshop_id = $2 and environment = $3 and state = 'waiting'
         and received_at <= $4`,
      [agencyId, place.webshopId, place.environment, upTo],
    );
  }

  /**
   * Pings whose token has run out unused, and those under a key that was destroyed meanwhile: what is
   * handed out with them could not be verified. The bank sends others.
   */
  async setAside(tx: Tx, now: Date, keyVersions: readonly number[]): Promise<void> {
    const { agencyId, place } = inside(tx);
    await tx.sql(
      `update notification
       set state = case when expires_at <= $4 then 'expired' else 'key-destroyed' end
       where agency_id = $1 and webshop_id = $2 and environment = $3 and state = 'waiting'
         and (expires_at <= $4 or key_version <> all($5::int[]))`,
      [agencyId, place.webshopId, place.environment, now, keyVersions],
    );
  }

  async startAttempt(tx: Tx, id: Id, fence: bigint, now: Date): Promise<void> {
    const { agencyId, merchantId, place } = inside(tx);
    await tx.sql(
      `insert into pull_attempt (agency_id, merchant_id, webshop_id, environment, id, fence, started_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [agencyId, merchantId, place.webshopId, place.environment, id, fence.toString(), now],
    );
  }

  /** True when this call ended it; false when somebody did before (a page that came back from the dead). */
  async endAttempt(
    tx: Tx,
    id: Id,
    outcome: 'landed' | 'refused' | 'no-answer' | 'lost',
    now: Date,
  ): Promise<boolean> {
    const rows = await tx.sql(
      `update pull_attempt set ended_at = $3, outcome = $4
       where agency_id = $1 and id = $2 and (ended_at is null or $4 = 'landed')
       returning id`,
      [tx.scope.agencyId, id, now, outcome],
    );
    return rows.length > 0;
  }

  /** Kept whoever holds the lease by now: what the bank handed out must never be dropped. */
  async land(
    tx: Tx,
    page: LandedPage & { readonly attemptId: Id; readonly fence: bigint; readonly digest: Buffer },
  ): Promise<void> {
    const { agencyId, merchantId, place } = inside(tx);
    await tx.sql(
      `insert into raw_page (agency_id, merchant_id, webshop_id, environment, id, attempt_id, fence,
         landed_at, digest, sealed, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'landed')`,
      [
        ...[agencyId, merchantId, place.webshopId, place.environment],
        ...[
          page.id,
          page.attemptId,
          page.fence.toString(),
          page.landedAt,
          page.digest,
          page.sealed,
        ],
      ],
    );
  }

  /** Pages that landed and were not applied, oldest first. */
  landed(tx: Tx): Promise<LandedPage[]> {
    const { agencyId, place } = inside(tx);
    return tx.sql<LandedPage>(
      `select id, landed_at as "landedAt", sealed from raw_page
       where agency_id = $1 and webshop_id = $2 and environment = $3 and state = 'landed'
       order by id limit 20`,
      [agencyId, place.webshopId, place.environment],
    );
  }

  /** Oldest first. */
  pages(tx: Tx, ids: readonly Id[]): Promise<KeptPage[]> {
    return tx.sql<KeptPage>(
      `select id, landed_at as "landedAt", sealed, state from raw_page
       where agency_id = $1 and id = any($2::uuid[]) order by landed_at, id`,
      [tx.scope.agencyId, ids],
    );
  }

  /**
   * Locks a page until the transaction ends. False when it was settled already: two pullers may meet
   * on one page after a lease ran out.
   */
  async lockLanded(tx: Tx, id: Id): Promise<boolean> {
    const rows = await tx.sql(
      `select id from raw_page where agency_id = $1 and id = $2 and state = 'landed' for update`,
      [tx.scope.agencyId, id],
    );
    return rows.length > 0;
  }

  async settlePage(tx: Tx, id: Id, state: 'applied' | 'quarantined'): Promise<void> {
    await tx.sql(`update raw_page set state = $3 where agency_id = $1 and id = $2`, [
      tx.scope.agencyId,
      id,
      state,
    ]);
  }
}

/** A pull always stands inside one webshop environment. */
function inside({ scope }: Tx): WebshopScope {
  if (!scope.merchantId || !scope.place) throw new Error('A pull needs a webshop scope.');
  return scope as WebshopScope;
}
