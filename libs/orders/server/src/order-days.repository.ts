import { Injectable } from '@nestjs/common';
import type { OrderStatus, OrderTotalsQuery } from '@toonbank/orders/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';

/** An order that came to be, or went from one status to another. */
export interface OrderMove extends WebshopPlace {
  readonly merchantId: Id;
  readonly createdAt: Date;
  /** Whole cents. */
  readonly amount: number;
  readonly paid: number;
  readonly from: OrderStatus | null;
  readonly to: OrderStatus;
}

export interface DayRow {
  readonly day: string;
  readonly status: OrderStatus;
  readonly orders: number;
  readonly paid: number;
}

/** The same of one webshop. */
export interface WebshopDay extends DayRow {
  readonly webshopId: Id;
}

/** What one merchant was paid over some days. */
export interface MerchantSales {
  readonly merchantId: Id;
  /** Whole cents. */
  readonly paid: number;
  readonly lastPaidOn: string | null;
}

/** Days, both included, of one environment. */
export interface Stretch {
  readonly environment: Environment;
  readonly merchantId?: Id | undefined;
  readonly from: string;
  readonly until: string;
}

/**
 * The only file that may name the `order_day` table: figures of the orders that were made on a day, in
 * Dutch time, by the status they have now. Kept in the transaction that moves an order, so they are
 * never late and never wrong.
 */
@Injectable()
export class OrderDaysRepository {
  /** One statement for all moves; rows in order of key, so that two at once can't deadlock. */
  async move(tx: Tx, moves: readonly OrderMove[]): Promise<void> {
    const steps = moves.flatMap(stepsOf);
    if (steps.length === 0) return;
    await tx.sql(
      `insert into order_day as d
         (agency_id, merchant_id, webshop_id, environment, day, status, orders, amount, paid)
       select $1, s.merchant_id, s.webshop_id, s.environment,
         (s.created_at at time zone 'Europe/Amsterdam')::date, s.status,
         sum(s.orders), sum(s.orders * s.amount), sum(s.paid)
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::int[],
         $8::bigint[], $9::bigint[])
         as s(merchant_id, webshop_id, environment, created_at, status, orders, amount, paid)
       group by 2, 3, 4, 5, 6
       order by 3, 4, 5, 6
       on conflict (agency_id, webshop_id, environment, day, status) do update
         set orders = d.orders + excluded.orders, amount = d.amount + excluded.amount,
           paid = d.paid + excluded.paid`,
      [
        tx.scope.agencyId,
        steps.map((s) => s.merchantId),
        steps.map((s) => s.webshopId),
        steps.map((s) => s.environment),
        steps.map((s) => s.createdAt),
        steps.map((s) => s.status),
        steps.map((s) => s.orders),
        steps.map((s) => s.amount),
        steps.map((s) => s.paid),
      ],
    );
  }

  /** Days with orders only, oldest first. */
  async totals(
    tx: Tx,
    query: OrderTotalsQuery & { readonly environment: Environment },
  ): Promise<DayRow[]> {
    const { merchantId, webshopId, environment, from, until } = query;
    const rows = await tx.sql<Counted>(
      `select day::text as day, status, sum(orders) as orders, sum(paid) as paid from order_day
       where agency_id = $1 and environment = $2 and day >= $3 and day <= $4
         and ($5::uuid is null or merchant_id = $5) and ($6::uuid is null or webshop_id = $6)
       group by day, status order by day, status`,
      [
        ...[tx.scope.agencyId, environment, from, until],
        ...[merchantId ?? tx.scope.merchantId ?? null, webshopId ?? null],
      ],
    );
    return rows.map(toDay);
  }

  /** Every webshop that sold in the stretch, day by day. */
  async byWebshop(
    tx: Tx,
    { environment, merchantId, from, until }: Stretch,
  ): Promise<WebshopDay[]> {
    const rows = await tx.sql<Counted & { webshop_id: Id }>(
      `select webshop_id, day::text as day, status, orders, paid from order_day
       where agency_id = $1 and environment = $2 and day >= $3 and day <= $4
         and ($5::uuid is null or merchant_id = $5)
       order by webshop_id, day`,
      [tx.scope.agencyId, environment, from, until, merchantId ?? tx.scope.merchantId ?? null],
    );
    return rows.map((row) => ({ webshopId: row.webshop_id, ...toDay(row) }));
  }

  /** Every merchant that had orders in the stretch, with all its webshops, also those that have ended. */
  async byMerchant(
    tx: Tx,
    { environment, merchantId, from, until }: Stretch,
  ): Promise<MerchantSales[]> {
    const rows = await tx.sql<{ merchant_id: Id; paid: string; last_paid_on: string | null }>(
      `select merchant_id, sum(paid) as paid,
         (max(day) filter (where paid > 0))::text as last_paid_on
       from order_day
       where agency_id = $1 and environment = $2 and day >= $3 and day <= $4
         and ($5::uuid is null or merchant_id = $5)
       group by merchant_id`,
      [tx.scope.agencyId, environment, from, until, merchantId ?? tx.scope.merchantId ?? null],
    );
    return rows.map((row) => ({
      ...{ merchantId: row.merchant_id, paid: Number(row.paid), lastPaidOn: row.last_paid_on },
    }));
  }
}

/** One off the status it had, one on to the status it has. */
function stepsOf({ from, to, ...move }: OrderMove) {
  const on = { ...move, status: to, orders: 1 };
  return from === null ? [on] : [{ ...move, status: from, orders: -1, paid: 0 }, on];
}

/** Sums come as text: they may be larger than an `int4`. */
interface Counted {
  readonly day: string;
  readonly status: OrderStatus;
  readonly orders: string;
  readonly paid: string;
}

function toDay({ day, status, orders, paid }: Counted): DayRow {
  return { day, status, orders: Number(orders), paid: Number(paid) };
}
