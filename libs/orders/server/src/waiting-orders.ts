import { Injectable } from '@nestjs/common';
import { type Announced, WaitingOrders } from '@toonbank/keys/server';
import type { Tx } from '@toonbank/platform/db';

/** Tells the room of keys which orders may still have a result under an old key. */
@Injectable()
export class OrdersStillOpen extends WaitingOrders {
  /** An order counts once the bank may have had it: a refused announcement does not. One query. */
  override async announced(tx: Tx, asked: readonly Announced[]): Promise<number[]> {
    if (asked.length === 0) return [];
    const rows = await tx.sql<{ waiting: number }>(
      `select counted.waiting
       from unnest($2::uuid[], $3::text[], $4::timestamptz[])
         with ordinality as asked (webshop_id, environment, before, place)
       cross join lateral (
         select count(*)::int as waiting from (
           select 1 from orders o
           where o.agency_id = $1 and o.webshop_id = asked.webshop_id
             and o.environment = asked.environment and o.status in ('ANNOUNCING', 'IN_PROGRESS')
             and exists (
               select 1 from announcement a
               where a.agency_id = o.agency_id and a.order_id = o.id
                 and a.sent_at < asked.before and a.state <> 'refused')
           limit 100) few
       ) counted
       order by asked.place`,
      [
        tx.scope.agencyId,
        asked.map(({ place }) => place.webshopId),
        asked.map(({ place }) => place.environment),
        asked.map(({ before }) => before),
      ],
    );
    return rows.map(({ waiting }) => waiting);
  }
}
