import { Injectable } from '@nestjs/common';
import type {
  Notification,
  NotificationPage,
  NotificationQuery,
} from '@toonbank/notifications/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors } from '@toonbank/platform/http';
import { NotificationEntity } from './notification.entity';

const list = 'notifications';

/** Shows people what the bank told us, and when. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly work: Work,
    private readonly cursors: Cursors,
  ) {}

  async list(scope: Scope, query: NotificationQuery): Promise<NotificationPage> {
    const rows = await this.work.read(scope, (tx) => this.page(tx, query));
    const items = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? items.at(-1) : undefined;
    const key = last && [last.receivedAt.toISOString(), last.id];
    return {
      items: items.map(toWire),
      next: key ? this.cursors.write(list, scope.agencyId, key) : null,
    };
  }

  private page(tx: Tx, query: NotificationQuery): Promise<NotificationEntity[]> {
    const { limit, after, webshopId, environment = 'production' } = query;
    const select = tx
      .from(NotificationEntity, 'n')
      .andWhere('n.environment = :wanted', { wanted: environment })
      .orderBy('n.receivedAt', 'DESC')
      .addOrderBy('n.id', 'DESC')
      .limit(limit + 1);
    if (webshopId) select.andWhere('n.webshopId = :webshopId', { webshopId });
    if (after !== undefined) {
      const [afterAt, afterId] = this.cursors.read(list, tx.scope.agencyId, after);
      select.andWhere('(n.receivedAt, n.id) < (:afterAt, :afterId)', { afterAt, afterId });
    }
    return select.getMany();
  }
}

function toWire(row: NotificationEntity): Notification {
  const { id, merchantId, webshopId, environment, state, keyVersion } = row;
  return {
    ...{ id, merchantId, webshopId, environment, state, keyVersion },
    receivedAt: row.receivedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
