import { Injectable } from '@nestjs/common';
import type { OrderFilter as AskedFilter, OrderStatus } from '@toonbank/orders/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import type { SelectQueryBuilder } from 'typeorm';
import { OrderEntity } from './order.entity';
import { TransactionEntity } from './transaction.entity';

/** Where a page of the list begins: after this row. */
export interface OrderKey {
  readonly createdAt: string;
  readonly id: Id;
}

export type OrderFilter = AskedFilter & { readonly environment: Environment };

/** The only file that may name the tables `orders` and `transaction` (whole pages: results.repository; what is lent: lent-orders; what waits under old keys: waiting-orders). */
@Injectable()
export class OrdersRepository {
  /** Newest first; one row more than `limit` when there is a next page. */
  page(
    tx: Tx,
    filter: OrderFilter,
    limit: number,
    after: OrderKey | undefined,
  ): Promise<OrderEntity[]> {
    const query = this.fitting(tx, filter)
      .orderBy('o.createdAt', 'DESC')
      .addOrderBy('o.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('(o.createdAt, o.id) < (:afterAt, :afterId)', keyOf(after));
    return query.getMany();
  }

  /** How many fit, counted no further than `most`. */
  async count(tx: Tx, filter: OrderFilter, most: number): Promise<number> {
    const rows = await this.fitting(tx, filter).select('1').limit(most).getRawMany();
    return rows.length;
  }

  /** Made within the stretch and paid before its end: how many, and how much. */
  async paidWithin(
    tx: Tx,
    filter: Pick<OrderFilter, 'environment' | 'merchantId' | 'webshopId'>,
    { from, until }: { readonly from: Date; readonly until: Date },
  ): Promise<{ orders: number; paid: number }> {
    const stretch = { from: from.toISOString(), until: until.toISOString() };
    const row = await this.fitting(tx, { ...filter, ...stretch })
      .andWhere(`o.status = 'COMPLETED' and o.updatedAt < :paidBefore`, { paidBefore: until })
      .select('count(*)', 'orders')
      .addSelect('coalesce(sum(coalesce(o.paidAmount, o.amount)), 0)', 'paid')
      .getRawOne<Record<'orders' | 'paid', string>>();
    return { orders: Number(row?.orders), paid: Number(row?.paid) };
  }

  /** The newest of production that was paid with a brand and made after a moment. */
  async newestPaidWith(
    tx: Tx,
    merchantId: Id,
    { brand, since }: { readonly brand: string; readonly since: Date },
  ): Promise<{ orderId: Id; paidAt: Date } | undefined> {
    const [row] = await this.paid(tx, merchantId, since)
      .andWhere('o.paymentBrand = :brand', { brand })
      .orderBy('o.createdAt', 'DESC')
      .limit(1)
      .getMany();
    return row && { orderId: row.id, paidAt: row.updatedAt };
  }

  /** Of production, made after a moment: how many were paid with each brand, and how much. */
  async paidByBrand(tx: Tx, merchantId: Id, since: Date) {
    const rows = await this.paid(tx, merchantId, since)
      .select('o.paymentBrand', 'brand')
      .addSelect('count(*)', 'orders')
      .addSelect('sum(coalesce(o.paidAmount, o.amount))', 'turnover')
      .andWhere('o.paymentBrand is not null')
      .groupBy('o.paymentBrand')
      .orderBy('o.paymentBrand')
      .getRawMany<Record<'brand' | 'orders' | 'turnover', string>>();
    return rows.map(({ brand, orders, turnover }) => ({
      ...{ brand, orders: Number(orders), turnover: Number(turnover) },
    }));
  }

  /** The order of a webshop environment that was paid last. */
  lastPaid(tx: Tx, { webshopId, environment }: WebshopPlace): Promise<OrderEntity | null> {
    return (
      tx
        .from(OrderEntity, 'o')
        .andWhere('o.webshopId = :webshopId', { webshopId })
        .andWhere('o.environment = :environment', { environment })
        // As text, not as a parameter: only so does the partial index fit.
        .andWhere(`o.status = 'COMPLETED'`)
        .orderBy('o.updatedAt', 'DESC')
        .addOrderBy('o.id', 'DESC')
        .limit(1)
        .getOne()
    );
  }

  find(tx: Tx, id: Id): Promise<OrderEntity | null> {
    return tx.from(OrderEntity, 'o').andWhere('o.id = :id', { id }).getOne();
  }

  findSome(tx: Tx, ids: readonly Id[]): Promise<OrderEntity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx.from(OrderEntity, 'o').andWhere('o.id in (:...ids)', { ids }).getMany();
  }

  /** Locks the row until the transaction ends. */
  lock(tx: Tx, id: Id): Promise<OrderEntity | null> {
    return tx
      .from(OrderEntity, 'o')
      .andWhere('o.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** One maker of an order with this number at a time, until the transaction ends. */
  async lockNumber(tx: Tx, place: WebshopPlace, merchantOrderId: string): Promise<void> {
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `order|${tx.scope.agencyId}|${place.webshopId}|${place.environment}|${merchantOrderId}`,
    ]);
  }

  /** An earlier order with this number that is under way or paid. */
  standing(tx: Tx, place: WebshopPlace, merchantOrderId: string): Promise<OrderEntity | null> {
    return tx
      .from(OrderEntity, 'o')
      .andWhere('o.environment = :environment and o.webshopId = :webshopId', { ...place })
      .andWhere('o.merchantOrderSearch = :search', { search: merchantOrderId.toLowerCase() })
      .andWhere('o.merchantOrderId = :merchantOrderId', { merchantOrderId })
      .andWhere(`o.status in ('ANNOUNCING', 'IN_PROGRESS', 'COMPLETED')`)
      .limit(1)
      .getOne();
  }

  insert(tx: Tx, order: OrderEntity): Promise<void> {
    return tx.insert(OrderEntity, order);
  }

  async setStatus(tx: Tx, id: Id, status: OrderStatus, at: Date): Promise<void> {
    await tx
      .update(OrderEntity)
      .set({ status, updatedAt: at })
      .andWhere('id = :id', { id })
      .execute();
  }

  transactions(tx: Tx, orderId: Id): Promise<TransactionEntity[]> {
    return tx
      .from(TransactionEntity, 't')
      .andWhere('t.orderId = :orderId', { orderId })
      .orderBy('t.startedAt')
      .addOrderBy('t.id')
      .getMany();
  }

  /** Orders with this id, or with an announcement or a transaction that the bank gave this id. */
  async idsBearing(tx: Tx, id: Id): Promise<Id[]> {
    const rows = await tx.sql<{ id: Id }>(
      `select id from orders where agency_id = $1 and id = $2
       union select order_id from announcement where agency_id = $1 and omnikassa_order_id = $2
       union select order_id from transaction where agency_id = $1 and id = $2`,
      [tx.scope.agencyId, id],
    );
    return rows.map((row) => row.id);
  }

  /** The pages of results in which the order stands. */
  async pageIds(tx: Tx, { webshopId, environment, id }: OrderEntity): Promise<Id[]> {
    const rows = await tx.sql<{ page_id: Id }>(
      `select distinct page_id from order_result
       where agency_id = $1 and webshop_id = $2 and environment = $3 and order_id = $4`,
      [tx.scope.agencyId, webshopId, environment, id],
    );
    return rows.map((row) => row.page_id);
  }

  /** Orders of a webshop environment that have no end status yet. */
  open(tx: Tx, { webshopId, environment }: WebshopPlace): Promise<OrderEntity[]> {
    return tx
      .from(OrderEntity, 'o')
      .andWhere('o.webshopId = :webshopId and o.environment = :environment', {
        webshopId,
        environment,
      })
      .andWhere(`o.status in ('ANNOUNCING', 'IN_PROGRESS')`)
      .getMany();
  }

  private paid(tx: Tx, merchantId: Id, since: Date): SelectQueryBuilder<OrderEntity> {
    return tx
      .from(OrderEntity, 'o')
      .andWhere(`o.environment = 'production' and o.status = 'COMPLETED'`)
      .andWhere('o.merchantId = :ofMerchant and o.createdAt >= :since', {
        ...{ ofMerchant: merchantId, since },
      });
  }

  private fitting(tx: Tx, filter: OrderFilter): SelectQueryBuilder<OrderEntity> {
    const { environment, merchantOrderId, needsLook, from, until } = filter;
    const query = tx
      .from(OrderEntity, 'o')
      .andWhere('o.environment = :environment', { environment });
    const same = ['merchantId', 'webshopId', 'status', 'paymentBrand', 'amount'] as const;
    for (const field of same) {
      const value = filter[field];
      if (value !== undefined) query.andWhere(`o.${field} = :${field}`, { [field]: value });
    }
    // As text, not as a parameter: only so does the partial index fit.
    if (needsLook !== undefined) query.andWhere(needsLook ? 'o.needsLook' : 'not o.needsLook');
    if (from) query.andWhere('o.createdAt >= :from', { from });
    if (until) query.andWhere('o.createdAt < :until', { until });
    if (merchantOrderId) {
      const prefix = merchantOrderId.toLowerCase();
      query.andWhere('o.merchantOrderSearch >= :prefix', { prefix });
      query.andWhere('o.merchantOrderSearch < :beyond', { beyond: `${prefix}\u{10ffff}` });
    }
    return query;
  }
}

function keyOf({ createdAt, id }: OrderKey) {
  return { afterAt: createdAt, afterId: id };
}
