import { Injectable } from '@nestjs/common';
import type {
  Notification,
  NotificationDetail,
  NotificationPage,
  NotificationQuery,
} from '@toonbank/notifications/contract';
import { Clock } from '@toonbank/platform/clock';
import { Vault } from '@toonbank/platform/crypto';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import { Hints } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import type { NotificationEntity } from './notification.entity';
import { type NotificationKey, NotificationsRepository } from './notifications.repository';
import { PullResults } from './pull-results.job';
import { notificationBinding } from './verifier';

const list = 'notifications';

/** Shows people what the bank told us, and when; and asks the bank again on their word. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly work: Work,
    private readonly notifications: NotificationsRepository,
    private readonly vault: Vault,
    private readonly hints: Hints,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope, query: NotificationQuery): Promise<NotificationPage> {
    const { after, environment = 'production', ...filter } = query;
    const key = after === undefined ? undefined : this.keyOf(scope, after);
    const rows = await this.work.read(scope, (tx) =>
      this.notifications.page(tx, { ...filter, environment }, key),
    );
    const { page, last } = cutPage(rows, query.limit);
    const values = last && [last.receivedAt.toISOString(), last.id];
    return {
      items: page.map(toWire),
      next: values ? this.cursors.write(list, scope.agencyId, values) : null,
    };
  }

  async get(scope: Scope, id: Id): Promise<NotificationDetail> {
    const sealer = await this.vault.sealer(scope.agencyId);
    const row = await this.work.read(scope, (tx) => this.found(tx, id));
    const raw = sealer.open(notificationBinding(row), row.sealed);
    return { ...toWire(row), message: withoutToken(raw.toString('utf8')), bytes: raw.length };
  }

  /**
   * Lets the bank be asked once more with the token of this ping. Safe to repeat: one puller at a time,
   * and what it brings is applied once. A 409 problem when the token has run out.
   */
  async pull(scope: Scope, id: Id): Promise<Notification> {
    const row = await this.work.run(scope, async (tx) => {
      const found = await this.found(tx, id);
      if (await this.notifications.wake(tx, found, this.clock.now())) return found;
      throw tokenExpired();
    });
    const { agencyId, merchantId, webshopId, environment } = row;
    await this.hints.add(PullResults, [{ agencyId, merchantId, webshopId, environment }]);
    return toWire({ ...row, state: 'waiting' });
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

/** The token in a ping opens the shop's results as long as it lives: it is not for people's eyes. */
function withoutToken(message: string): string {
  return message.replace(
    /("authentication"\s*:\s*")([^"]*)(")/,
    (_all, before: string, token: string, after: string) =>
      `${before}… ${token.length} characters, kept secret${after}`,
  );
}

function tokenExpired(): Problem {
  return Problem.conflict(
    'token-expired',
    'The token of this notification has run out.',
    'The bank was not asked. It sends a new notification each minute for 24 hours while there is something to fetch: look for a newer one.',
  );
}

function toWire(row: NotificationEntity): Notification {
  const { id, merchantId, webshopId, environment, state, keyVersion } = row;
  return {
    ...{ id, merchantId, webshopId, environment, state, keyVersion },
    receivedAt: row.receivedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
