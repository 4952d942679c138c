import type { Client } from 'pg';

/** Whose orders, and how many there shall be in the end. */
export interface Wish {
  readonly agencyId: string;
  readonly orders: number;
}

/** Rows in one statement: enough to be quick, few enough to tell how far it is. */
const batch = 50_000;
const days = 365;

/**
 * Fills the production orders of an agency up to a number, spread over a year and over its webshops, as
 * rows: a million real walks would take a day. Figures per day are made to fit. Safe to repeat: what is
 * there stays and counts.
 */
export async function manyOrders(
  client: Client,
  { agencyId, orders: wanted }: Wish,
  say: (line: string) => void,
): Promise<void> {
  let there = await countOrders(client, agencyId);
  while (there < wanted) {
    const until = Math.min(wanted, there + batch);
    await client.query(insertSql, [agencyId, there + 1, until, days, wanted]);
    there = until;
    say(`${there.toLocaleString('en')} of ${wanted.toLocaleString('en')} orders`);
  }
  await client.query(figuresSql, [agencyId]);
  await client.query('vacuum analyze orders');
  await client.query('vacuum analyze order_day');
}

async function countOrders(client: Client, agencyId: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from orders where agency_id = $1 and environment = 'production'`,
    [agencyId],
  );
  return Number(rows[0]!.count);
}

/** Ids carry the time they were made at, as those of the application do. */
const insertSql = `
  with place as (
    select merchant_id, webshop_id, row_number() over (order by webshop_id) - 1 as position,
      count(*) over () as places
    from webshop_environment where agency_id = $1 and environment = 'production'
  ), made as (
    select n, now() - make_interval(secs => $4::int * 86400.0 * (n % $5::int) / $5::int) as at,
      ('x' || substr(md5(n::text), 1, 8))::bit(32)::bigint as chance
    from generate_series($2::int, $3::int) as n
  )
  insert into orders (agency_id, merchant_id, webshop_id, environment, id, merchant_order_id,
    merchant_order_search, status, needs_look, amount, paid_amount, payment_brand, return_url,
    announced, findings, created_at, updated_at)
  select $1, p.merchant_id, p.webshop_id, 'production',
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
      || substr(md5('a' || n), 1, 3) || '8' || substr(md5('b' || n), 1, 15))::uuid,
    'DEMO' || lpad(n::text, 9, '0'), 'demo' || lpad(n::text, 9, '0'),
    s.status, false, s.amount,
    case when s.status = 'COMPLETED' then s.amount end,
    (array['IDEAL', 'IDEAL', 'IDEAL', 'VISA', 'MASTERCARD', 'BANCONTACT', 'PAYPAL'])[1 + chance % 7],
    'https://demo.example/thanks', '{}', '[]', at, at
  from made
  join place p on p.position = n % p.places
  cross join lateral (
    select 500 + chance % 24000 as amount, case
      when chance % 100 < 80 then 'COMPLETED' when chance % 100 < 89 then 'CANCELLED'
      when chance % 100 < 98 then 'EXPIRED' else 'REFUSED' end as status
  ) s`;

/** Every figure as the rows say, whatever stood there. */
const figuresSql = `
  insert into order_day
    (agency_id, merchant_id, webshop_id, environment, day, status, orders, amount, paid)
  select agency_id, merchant_id, webshop_id, environment,
    (created_at at time zone 'Europe/Amsterdam')::date, status, count(*), sum(amount),
    sum(coalesce(paid_amount, 0))
  from orders where agency_id = $1 and environment = 'production'
  group by 1, 2, 3, 4, 5, 6
  on conflict (agency_id, webshop_id, environment, day, status) do update
    set orders = excluded.orders, amount = excluded.amount, paid = excluded.paid`;
