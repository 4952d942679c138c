import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import type { RefundFilter, RefundQuery, RefundTotal } from '@toonbank/refunds/contract';
import type { SelectQueryBuilder } from 'typeorm';
import { RefundEntity } from './refund.entity';
import { holdsMoney } from './refund-status';

interface InEnvironment {
  readonly environment: Environment;
}

/** The only file that may name `refund` (what is lent: lent-refunds) and `refund_setting`. */
@Injectable()
export class RefundsRepository {
  insert(tx: Tx, row: RefundEntity): Promise<void> {
    return tx.insert(RefundEntity, row);
  }

  find(tx: Tx, id: Id): Promise<RefundEntity | null> {
    return tx.from(RefundEntity, 'r').andWhere('r.id = :id', { id }).getOne();
  }

  /** Locks the row until the transaction ends. */
  lock(tx: Tx, id: Id): Promise<RefundEntity | null> {
    return tx
      .from(RefundEntity, 'r')
      .andWhere('r.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
  }

  withKey(tx: Tx, orderId: Id, key: string): Promise<RefundEntity | null> {
    return tx
      .from(RefundEntity, 'r')
      .andWhere('r.orderId = :orderId and r.idempotencyKey = :key', { orderId, key })
      .getOne();
  }

  async update(tx: Tx, id: Id, change: Partial<RefundEntity>): Promise<void> {
    await tx.update(RefundEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  /** Cents that are given back of a payment, or may be. */
  async held(tx: Tx, orderId: Id, transactionId: Id): Promise<number> {
    const rows = await tx
      .from(RefundEntity, 'r')
      .andWhere('r.orderId = :orderId', { orderId })
      .andWhere('r.transactionId = :transactionId', { transactionId })
      .getMany();
    const held = rows.filter(({ status }) => holdsMoney(status));
    return held.reduce((sum, { amount }) => sum + amount, 0);
  }

  /** Newest first, one row more than the limit; `after` is the last row of the page before. */
  page(
    tx: Tx,
    query: RefundQuery & InEnvironment,
    after: readonly string[],
  ): Promise<RefundEntity[]> {
    const select = this.fitting(tx, query);
    const [at, id] = after;
    if (id) select.andWhere('(r.requestedAt, r.id) < (:at, :after)', { at, after: id });
    return select
      .orderBy('r.requestedAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(query.limit + 1)
      .getMany();
  }

  /** How many, and how much, by route and status: of all that fit, in one look. */
  async totals(tx: Tx, filter: RefundFilter & InEnvironment): Promise<RefundTotal[]> {
    const rows = await this.fitting(tx, filter)
      .select('r.route', 'route')
      .addSelect('r.status', 'status')
      .addSelect('count(*)', 'refunds')
      .addSelect('sum(r.amount)', 'sum')
      .groupBy('r.route')
      .addGroupBy('r.status')
      .orderBy('r.route')
      .addOrderBy('r.status')
      .getRawMany<Omit<RefundTotal, 'refunds' | 'sum'> & Record<'refunds' | 'sum', string>>();
    return rows.map((row) => ({ ...row, refunds: Number(row.refunds), sum: Number(row.sum) }));
  }

  /** Undefined: nobody has said anything yet. */
  async approvalFrom(tx: Tx): Promise<number | null | undefined> {
    const [row] = await tx.sql<{ approval_from: string | null }>(
      'select approval_from from refund_setting where agency_id = $1',
      [tx.scope.agencyId],
    );
    return row && (row.approval_from === null ? null : Number(row.approval_from));
  }

  async setApprovalFrom(tx: Tx, cents: number | null): Promise<void> {
    await tx.sql(
      `insert into refund_setting (agency_id, approval_from) values ($1, $2)
       on conflict (agency_id) do update set approval_from = excluded.approval_from`,
      [tx.scope.agencyId, cents],
    );
  }

  private fitting(tx: Tx, filter: RefundFilter & InEnvironment): SelectQueryBuilder<RefundEntity> {
    const { environment, from, until } = filter;
    const query = tx
      .from(RefundEntity, 'r')
      .andWhere('r.environment = :wanted', { wanted: environment });
    for (const field of ['merchantId', 'webshopId', 'orderId', 'status', 'route'] as const) {
      const value = filter[field];
      if (value) query.andWhere(`r.${field} = :${field}`, { [field]: value });
    }
    if (from) query.andWhere('r.requestedAt >= :from', { from });
    if (until) query.andWhere('r.requestedAt < :until', { until });
    return query;
  }
}
