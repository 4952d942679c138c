import type { Tx } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';

/** An order as a test puts it into the table: at a moment of its own, in a state of its own. */
export interface PutOrder {
  readonly number: string;
  readonly at?: string;
  readonly status?: string;
  readonly cents?: number;
  readonly brand?: string | null;
}

const columns = `agency_id, merchant_id, webshop_id, environment, id, merchant_order_id,
  merchant_order_search, status, needs_look, amount, paid_amount, payment_brand, return_url,
  announced, findings, created_at, updated_at`;

/** Straight into the table of the webshop that the scope stands in. Answers their ids. */
export async function putOrders(tx: Tx, orders: readonly PutOrder[], now: Date): Promise<Id[]> {
  const ids = orders.map(() => newId());
  await tx.sql(
    `insert into orders (${columns})
     select $1, $2, $3, $4, id, number, lower(number), status, false, cents,
       case when status = 'COMPLETED' then cents end, brand, '', '{}', '[]', at, at
     from unnest($5::uuid[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::timestamptz[])
       as o(id, number, status, cents, brand, at)`,
    [
      ...[...placeOf(tx), ids],
      ...[orders.map(({ number }) => number), orders.map((o) => o.status ?? 'COMPLETED')],
      ...[orders.map((o) => o.cents ?? 1250), orders.map((o) => o.brand ?? null)],
      orders.map((o) => o.at ?? now.toISOString()),
    ],
  );
  return ids;
}

/** Made by the database: paid within the hour. */
export async function manyOrders(tx: Tx, count: number): Promise<void> {
  await tx.sql(
    `insert into orders (${columns})
     select $1, $2, $3, $4, gen_random_uuid(), 'A-' || i, 'a-' || i, 'COMPLETED', false, 1250,
       1250, 'IDEAL', '', '{}', '[]', $5, $5
     from generate_series(1, $6) i`,
    [...placeOf(tx), new Date(Date.now() - 3_600_000), count],
  );
}

function placeOf({ scope }: Tx): (string | undefined)[] {
  const { agencyId, merchantId, place } = scope;
  return [agencyId, merchantId, place?.webshopId, place?.environment];
}
