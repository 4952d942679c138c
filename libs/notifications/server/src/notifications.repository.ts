import { Injectable } from '@nestjs/common';
import type { NotificationQuery } from '@toonbank/notifications/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import { NotificationEntity } from './notification.entity';

/** Where a page of the list begins: after this row. */
export interface NotificationKey {
  readonly receivedAt: string;
  readonly id: Id;
}

type Filter = Omit<NotificationQuery, 'after' | 'environment'> & {
  readonly environment: Environment;
};

/** The only file that may name the table `notification` from the side of people (the worker's: pulls.repository). */
@Injectable()
export class NotificationsRepository {
  /** Newest first, one row more than the limit. */
  page(tx: Tx, filter: Filter, after?: NotificationKey): Promise<NotificationEntity[]> {
    const { limit, environment, merchantId, webshopId, state } = filter;
    const select = tx
      .from(NotificationEntity, 'n')
      .andWhere('n.environment = :wanted', { wanted: environment })
      .orderBy('n.receivedAt', 'DESC')
      .addOrderBy('n.id', 'DESC')
      .limit(limit + 1);
    if (merchantId) select.andWhere('n.merchantId = :merchantId', { merchantId });
    if (webshopId) select.andWhere('n.webshopId = :webshopId', { webshopId });
    if (state) select.andWhere('n.state = :state', { state });
    if (after) {
      select.andWhere('(n.receivedAt, n.id) < (:receivedAt, :id)', { ...after });
    }
    return select.getMany();
  }

  find(tx: Tx, id: Id): Promise<NotificationEntity | null> {
    return tx.from(NotificationEntity, 'n').andWhere('n.id = :id', { id }).getOne();
  }

  /** Waits again to be pulled with, while its token lives. False when the token has run out. */
  async wake(tx: Tx, { id, expiresAt, digest }: NotificationEntity, now: Date): Promise<boolean> {
    const rows = await tx.sql(
      `update notification set state = 'waiting'
       where agency_id = $1 and expires_at = $2 and digest = $3 and id = $4 and expires_at > $5
       returning id`,
      [tx.scope.agencyId, expiresAt, digest, id, now],
    );
    return rows.length > 0;
  }
}
