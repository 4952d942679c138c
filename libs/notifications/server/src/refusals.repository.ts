import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';

/** Pings that were refused in one minute; `poiId` is what the sender wrote. */
export interface Refusal {
  readonly poiId: string;
  readonly reason: 'no-key-fits' | 'unknown-webshop';
  readonly minute: Date;
  readonly count: number;
}

export interface RefusedSum {
  readonly count: number;
  readonly lastAt: Date;
}

/** A flood of made-up poiIds is not added up any further than this. */
const atMost = 1_000;
const named = 3;

/** The only file that may name the table `notification_refusal`. */
@Injectable()
export class RefusalsRepository {
  async add(tx: Tx, refusals: readonly Refusal[]): Promise<void> {
    await tx.sql(
      `insert into notification_refusal (agency_id, poi_id, reason, minute, count)
       select $1, c.* from unnest($2::text[], $3::text[], $4::timestamptz[], $5::int[]) as c
       on conflict (agency_id, minute, poi_id, reason)
         do update set count = notification_refusal.count + excluded.count`,
      [
        tx.scope.agencyId,
        refusals.map(({ poiId }) => poiId),
        refusals.map(({ reason }) => reason),
        refusals.map(({ minute }) => minute),
        refusals.map(({ count }) => count),
      ],
    );
  }

  /** With a poiId that a webshop here has, and signed with none of its keys. */
  async noKeyFits(tx: Tx, poiId: string, from: Date): Promise<RefusedSum | undefined> {
    const [sum] = await tx.sql<{ count: number; last: Date | null }>(
      `select coalesce(sum(count), 0)::float8 as count, max(minute) as last
       from notification_refusal
       where agency_id = $1 and reason = 'no-key-fits' and poi_id = $2 and minute >= $3`,
      [tx.scope.agencyId, poiId, from],
    );
    return sum?.last ? { count: sum.count, lastAt: sum.last } : undefined;
  }

  /** With a poiId that no webshop here has. Only what could be a poiId of the bank is named. */
  async unknownWebshop(
    tx: Tx,
    from: Date,
  ): Promise<(RefusedSum & { readonly poiIds: string[] }) | undefined> {
    const rows = await tx.sql<{ poi_id: string; count: number; last: Date }>(
      `select poi_id, sum(count)::float8 as count, max(minute) as last
       from (
         select poi_id, count, minute from notification_refusal
         where agency_id = $1 and reason = 'unknown-webshop' and minute >= $2
         order by minute desc limit ${atMost}
       ) newest
       group by poi_id order by last desc, count desc, poi_id`,
      [tx.scope.agencyId, from],
    );
    const [first] = rows;
    if (!first) return undefined;
    return {
      count: rows.reduce((sum, row) => sum + row.count, 0),
      lastAt: first.last,
      poiIds: rows
        .map((row) => row.poi_id)
        .filter((poiId) => /^[1-9][0-9]{0,18}$/.test(poiId))
        .slice(0, named),
    };
  }
}
