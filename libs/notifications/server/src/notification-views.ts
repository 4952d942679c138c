import { Injectable } from '@nestjs/common';
import type { Notification } from '@toonbank/notifications/contract';
import { Vault } from '@toonbank/platform/crypto';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { NotificationEntity } from './notification.entity';
import { notificationBinding } from './verifier';

/** Notifications as people see them: with the name of the webshop, and without the bank's token. */
@Injectable()
export class NotificationViews {
  constructor(
    private readonly webshops: Webshops,
    private readonly vault: Vault,
  ) {}

  /** One query for the names, however many notifications. */
  async listed(tx: Tx, rows: readonly NotificationEntity[]): Promise<Notification[]> {
    const ids = [...new Set(rows.map(({ webshopId }) => webshopId))];
    const hosts = await this.webshops.hosts(tx, ids);
    return rows.map((row) => ({ ...toWire(row), host: hosts.get(row.webshopId) ?? '' }));
  }

  /** What the bank said, and how long that was. */
  async message(row: NotificationEntity): Promise<{ message: string; bytes: number }> {
    const sealer = await this.vault.sealer(row.agencyId);
    const raw = sealer.open(notificationBinding(row), row.sealed);
    return { message: withoutToken(raw.toString('utf8')), bytes: raw.length };
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

function toWire(row: NotificationEntity): Omit<Notification, 'host'> {
  const { id, merchantId, webshopId, environment, state, keyVersion } = row;
  return {
    ...{ id, merchantId, webshopId, environment, state, keyVersion },
    receivedAt: row.receivedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
