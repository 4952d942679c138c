import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { UrlPeriodEntity } from './url-period.entity';

export interface Span {
  readonly from: Date;
  readonly until: Date;
  /** Left out: all that the scope sees. */
  readonly merchantIds?: readonly Id[];
}

/**
 * The only file that may name `url_period`. Whoever writes holds the lock on the webshop's row, so
 * that its periods follow each other without a gap and without an overlap.
 */
@Injectable()
export class UrlPeriodsRepository {
  open(tx: Tx, first: Omit<UrlPeriodEntity, 'validUntil'>): Promise<void> {
    return tx.insert(UrlPeriodEntity, { ...first, validUntil: null });
  }

  /** Closes the period that runs and opens the next, until the end that was set, if any. */
  async move(tx: Tx, webshopId: Id, url: string, at: Date): Promise<void> {
    const running = await this.last(tx, webshopId);
    // Twice within one tick of the clock: a period without length is none.
    if (running.validFrom >= at) return this.change(tx, running, { url });
    await this.change(tx, running, { validUntil: at });
    await tx.insert(UrlPeriodEntity, { ...running, validFrom: at, url });
  }

  /** Ends the history at a moment, or leaves its end open. */
  async endAt(tx: Tx, webshopId: Id, validUntil: Date | null): Promise<void> {
    await this.change(tx, await this.last(tx, webshopId), { validUntil });
  }

  /** Those that touch a span, by merchant and shop, the oldest first. */
  touching(tx: Tx, { from, until, merchantIds }: Span): Promise<UrlPeriodEntity[]> {
    const select = tx
      .from(UrlPeriodEntity, 'u')
      .andWhere('u.validFrom < :until', { until })
      .andWhere('(u.validUntil is null or u.validUntil > :from)', { from });
    if (merchantIds) select.andWhere('u.merchantId = any(:merchantIds)', { merchantIds });
    return select
      .orderBy('u.merchantId')
      .addOrderBy('u.shopId')
      .addOrderBy('u.validFrom')
      .addOrderBy('u.webshopId')
      .getMany();
  }

  private last(tx: Tx, webshopId: Id): Promise<UrlPeriodEntity> {
    return tx
      .from(UrlPeriodEntity, 'u')
      .andWhere('u.webshopId = :webshopId', { webshopId })
      .orderBy('u.validFrom', 'DESC')
      .limit(1)
      .getOneOrFail();
  }

  private async change(
    tx: Tx,
    { webshopId, validFrom }: UrlPeriodEntity,
    change: Partial<UrlPeriodEntity>,
  ): Promise<void> {
    await tx
      .update(UrlPeriodEntity)
      .set(change)
      .andWhere('webshop_id = :webshopId and valid_from = :validFrom', { webshopId, validFrom })
      .execute();
  }
}
