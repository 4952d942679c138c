import { Injectable } from '@nestjs/common';
import type { OrderStatus } from '@toonbank/orders/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type {
  AnnouncementChange,
  KnownAnnouncement,
  KnownOrder,
  OrderChange,
  ReportedResult,
  ResultVerdict,
} from './decide-results';

interface OrderRow {
  readonly id: Id;
  readonly merchant_id: Id;
  readonly merchant_order_id: string;
  readonly amount: string;
  readonly status: OrderStatus;
  readonly created_at: Date;
}

interface AnnouncementRow {
  readonly id: Id;
  readonly order_id: Id;
  readonly number: number;
  readonly state: KnownAnnouncement['state'];
  readonly omnikassa_order_id: string | null;
  readonly end_status: string | null;
}

/** A transaction of a result, with the order it turned out to belong to. */
export interface OwnedTransaction {
  readonly orderId: Id;
  readonly announcementId: Id;
  readonly id: string;
  readonly paymentBrand: string;
  readonly type: string;
  readonly status: string;
  readonly amount: number;
  readonly confirmedAmount: number | null;
  readonly startedAt: Date;
  readonly updatedAt: Date;
}

/** Reads and writes whole pages of results: a handful of statements, whatever the number of orders. */
@Injectable()
export class ResultsRepository {
  /** True when this page was applied before, by a process that died before it could say so. */
  async isApplied(tx: Tx, pageId: Id): Promise<boolean> {
    const rows = await tx.sql(
      'select 1 from order_result where agency_id = $1 and page_id = $2 limit 1',
      [tx.scope.agencyId, pageId],
    );
    return rows.length > 0;
  }

  /**
   * Locks every order that the results may be about, in the order of their ids (two pages that share
   * orders wait for each other instead of deadlocking), then reads their announcements.
   */
  async lock(
    tx: Tx,
    { webshopId, environment }: WebshopPlace,
    results: readonly ReportedResult[],
  ): Promise<KnownOrder[]> {
    const scope = [tx.scope.agencyId, webshopId, environment];
    const orders = await tx.sql<OrderRow>(
      `select id, merchant_id, merchant_order_id, amount, status, created_at from orders
       where agency_id = $1 and id in (
         select order_id from announcement
         where agency_id = $1 and webshop_id = $2 and environment = $3
           and omnikassa_order_id = any($4::uuid[])
         union
         select a.order_id from announcement a
         join orders o on o.agency_id = a.agency_id and o.id = a.order_id
         where a.agency_id = $1 and a.webshop_id = $2 and a.environment = $3
           and a.state in ('announcing', 'unknown') and a.omnikassa_order_id is null
           and o.merchant_order_id = any($5::text[])
       )
       order by id for update`,
      [
        ...scope,
        results.map((r) => r.omnikassaOrderId).filter(isUuid),
        results.map((r) => r.merchantOrderId),
      ],
    );
    const announcements = await tx.sql<AnnouncementRow>(
      `select id, order_id, number, state, omnikassa_order_id, end_status from announcement
       where agency_id = $1 and order_id = any($2::uuid[])`,
      [tx.scope.agencyId, orders.map((o) => o.id)],
    );
    return orders.map((order) => knownOrder(order, announcements));
  }

  /** `brands`: with what each order was tried to be paid last, as far as the page says. */
  async writeOrders(
    tx: Tx,
    { changes, brands }: { changes: readonly OrderChange[]; brands: ReadonlyMap<Id, string> },
    at: Date,
  ): Promise<void> {
    if (changes.length === 0) return;
    await tx.sql(
      `update orders o set status = c.status, paid_amount = c.paid, updated_at = $5,
         payment_brand = coalesce(c.brand, o.payment_brand)
       from unnest($2::uuid[], $3::text[], $4::bigint[], $6::text[]) as c(id, status, paid, brand)
       where o.agency_id = $1 and o.id = c.id`,
      [
        tx.scope.agencyId,
        changes.map((c) => c.orderId),
        changes.map((c) => c.to),
        changes.map((c) => c.paid),
        at,
        changes.map((c) => brands.get(c.orderId) ?? null),
      ],
    );
  }

  async writeAnnouncements(
    tx: Tx,
    changes: readonly AnnouncementChange[],
    at: Date,
  ): Promise<void> {
    if (changes.length === 0) return;
    await tx.sql(
      `update announcement a set state = 'announced', omnikassa_order_id = c.bank_id,
         end_status = c.end_status, answered_at = coalesce(a.answered_at, $5)
       from unnest($2::uuid[], $3::uuid[], $4::text[]) as c(id, bank_id, end_status)
       where a.agency_id = $1 and a.id = c.id`,
      [
        tx.scope.agencyId,
        changes.map((c) => c.announcementId),
        changes.map((c) => c.omnikassaOrderId),
        changes.map((c) => c.endStatus),
        at,
      ],
    );
  }

  /** The bank's last word on a transaction wins: a later page never holds an older state. */
  async writeTransactions(tx: Tx, transactions: readonly OwnedTransaction[]): Promise<void> {
    if (transactions.length === 0) return;
    const column = <K extends keyof OwnedTransaction>(key: K) => transactions.map((t) => t[key]);
    await tx.sql(
      `insert into transaction (agency_id, merchant_id, order_id, id, announcement_id,
         payment_brand, type, status, amount, confirmed_amount, started_at, updated_at)
       select $1, o.merchant_id, t.order_id, t.id, t.announcement_id, t.brand, t.type, t.status,
         t.amount, t.confirmed, t.started_at, t.updated_at
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
         $8::bigint[], $9::bigint[], $10::timestamptz[], $11::timestamptz[])
         as t(order_id, id, announcement_id, brand, type, status, amount, confirmed, started_at, updated_at)
       join orders o on o.agency_id = $1 and o.id = t.order_id
       on conflict (agency_id, order_id, id) do update set status = excluded.status,
         confirmed_amount = excluded.confirmed_amount, updated_at = excluded.updated_at
       where transaction.updated_at <= excluded.updated_at`,
      [
        tx.scope.agencyId,
        column('orderId'),
        column('id'),
        column('announcementId'),
        column('paymentBrand'),
        column('type'),
        column('status'),
        column('amount'),
        column('confirmedAmount'),
        column('startedAt'),
        column('updatedAt'),
      ],
    );
  }

  /** Every result of the page with what became of it; also what makes a second applying a no-op. */
  async writeVerdicts(
    tx: Tx,
    page: WebshopPlace & { readonly id: Id; readonly merchantId: Id },
    results: readonly ReportedResult[],
    verdicts: readonly ResultVerdict[],
    at: Date,
  ): Promise<void> {
    const at1 = verdicts.map((v) => results[v.position]!);
    await tx.sql(
      `insert into order_result (agency_id, merchant_id, webshop_id, environment, page_id, at,
         position, omnikassa_order_id, merchant_order_id, order_status, paid_amount, total_amount,
         verdict, order_id)
       select $1, $2, $3, $4, $5, $6, r.* from unnest($7::int[], $8::text[], $9::text[], $10::text[],
         $11::bigint[], $12::bigint[], $13::text[], $14::uuid[]) as r`,
      [
        tx.scope.agencyId,
        page.merchantId,
        page.webshopId,
        page.environment,
        page.id,
        at,
        verdicts.map((v) => v.position),
        at1.map((r) => r.omnikassaOrderId),
        at1.map((r) => r.merchantOrderId),
        at1.map((r) => r.orderStatus),
        at1.map((r) => r.paid),
        at1.map((r) => r.total),
        verdicts.map((v) => v.verdict),
        verdicts.map((v) => v.orderId ?? null),
      ],
    );
  }
}

function knownOrder(order: OrderRow, announcements: readonly AnnouncementRow[]): KnownOrder {
  return {
    id: order.id,
    merchantOrderId: order.merchant_order_id,
    amount: Number(order.amount),
    status: order.status,
    createdAt: order.created_at,
    announcements: announcements
      .filter((a) => a.order_id === order.id)
      .map((a) => ({
        id: a.id,
        number: a.number,
        state: a.state,
        omnikassaOrderId: a.omnikassa_order_id,
        endStatus: a.end_status,
      })),
  };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
