import { Injectable } from '@nestjs/common';
import type {
  Notification,
  NotificationDetail,
  NotificationPage,
  NotificationQuery,
} from '@toonbank/notifications/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import { Hints } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import type { NotificationEntity } from './notification.entity';
import { NotificationViews } from './notification-views';
import { type NotificationKey, NotificationsRepository } from './notifications.repository';
import { PullResults } from './pull-results.job';

const list = 'notifications';

/** Shows people what the bank told us, and when; and asks the bank again on their word. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly work: Work,
    private readonly notifications: NotificationsRepository,
    private readonly views: NotificationViews,
    private readonly hints: Hints,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope, query: NotificationQuery): Promise<NotificationPage> {
    const { after, environment = 'production', ...filter } = query;
    const key = after === undefined ? undefined : this.keyOf(scope, after);
    return this.work.read(scope, async (tx) => {
      const rows = await this.notifications.page(tx, { ...filter, environment }, key);
      const { page, last } = cutPage(rows, query.limit);
      const values = last && [last.receivedAt.toISOString(), last.id];
      return {
        items: await this.views.listed(tx, page),
        next: values ? this.cursors.write(list, scope.agencyId, values) : null,
      };
    });
  }

  async get(scope: Scope, id: Id): Promise<NotificationDetail> {
    const { row, told } = await this.work.read(scope, async (tx) => {
      const found = await this.found(tx, id);
      return { row: found, told: await this.told(tx, found) };
    });
    return { ...told, ...(await this.views.message(row)) };
  }

  /**
   * Lets the bank be asked once more with the token of this ping. Safe to repeat: one puller at a time,
   * and what it brings is applied once. A 409 problem when the token has run out.
   */
  async pull(scope: Scope, id: Id): Promise<Notification> {
    const told = await this.work.run(scope, async (tx) => {
      const found = await this.found(tx, id);
      if (!(await this.notifications.wake(tx, found, this.clock.now()))) throw tokenExpired();
      return this.told(tx, found);
    });
    const { merchantId, webshopId, environment } = told;
    const { agencyId } = scope;
    await this.hints.add(PullResults, [{ agencyId, merchantId, webshopId, environment }]);
    return { ...told, state: 'waiting' };
  }

  private async told(tx: Tx, row: NotificationEntity): Promise<Notification> {
    const [told] = await this.views.listed(tx, [row]);
    return told!;
  }

  private async found(tx: Tx, id: Id): Promise<NotificationEntity> {
    const row = await this.notifications.find(tx, id);
    if (!row) throw Problem.notFound('notification');
    return row;
  }

  private keyOf({ agencyId }: Scope, after: string): NotificationKey {
    const [receivedAt, id] = this.cursors.read(list, agencyId, after);
    return { receivedAt: receivedAt!, id: id! };
  }
}

function tokenExpired(): Problem {
  return Problem.conflict(
    'token-expired',
    'The token of this notification has run out.',
    'The bank was not asked. It sends a new notification each minute for 24 hours while there is something to fetch: look for a newer one.',
  );
}
