import { randomUUID } from 'node:crypto';
import {
  bankTime,
  orderStatusChangedEvent,
  signingKey,
  signNotification,
} from '@toonbank/smart-pay';
import type { Ledger } from './ledger';
import type { Misdeeds } from './misdeeds';
import type { Orders } from './orders';
import type { KeyPairRow, WebshopRow } from './rows';
import type { Dials } from './settings';
import { newToken } from './tokens';
import type { Webshops } from './webshops';

const roundMs = 100;
const patienceMs = 10_000;

/**
 * Tells webshops that results are waiting (S24): at once when an order ends, then each minute until
 * they are pulled, until 24 hours after the end; once per signing key that counts.
 */
export class Notifier {
  private timer: NodeJS.Timeout | undefined;
  private readonly under = new Set<Promise<void>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly webshops: Webshops,
    private readonly orders: Orders,
    private readonly misdeeds: Misdeeds,
    private readonly dials: Dials,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.round(), roundMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled(this.under);
  }

  /** One look at the clock: orders expire, and whoever is due hears of it. */
  round(): void {
    this.orders.expire();
    const now = this.dials.now();
    const { repeatMs, giveUpMs } = this.dials.get();
    const due = this.ledger.rows<{ webshop_id: string }>(
      `select webshop_id from payment_order
       where handed_out_at is null and status <> 'IN_PROGRESS' and status_at > ?
       group by webshop_id
       having min(coalesce(notified_at, 0)) = 0 or max(notified_at) <= ?`,
      ...[now - giveUpMs, now - repeatMs],
    );
    for (const { webshop_id: id } of due) {
      this.ledger.run(
        `update payment_order set notified_at = ? where webshop_id = ? and handed_out_at is null
           and status <> 'IN_PROGRESS'`,
        ...[now, id],
      );
      this.notify(this.webshops.get(id)!);
    }
  }

  /** Sends now, whether or not something waits. */
  notify(webshop: WebshopRow): void {
    if (!webshop.webhook_url) return;
    for (const pair of this.webshops.activePairs(webshop.id)) this.send(webshop, pair);
  }

  private send(webshop: WebshopRow, pair: KeyPairRow): void {
    const misdeeds = this.misdeeds.take('notification', webshop.id);
    const has = (kind: string) => misdeeds.find((misdeed) => misdeed.kind === kind);
    const expires = this.dials.now() + this.dials.get().notificationTokenMs;
    const notification = {
      authentication: newToken('NO', expires),
      expiry: bankTime(new Date(expires)),
      eventName: orderStatusChangedEvent,
      poiId: webshop.poi_id,
    };
    const genuine = signNotification(signingKey(pair.signing_key), notification);
    const signature = has('wrong-signature') ? genuine.replace(/^./, flip) : genuine;
    const more = has('unknown-fields') ? { shoppingCart: { novelty: true } } : {};
    const body = JSON.stringify({ ...notification, signature, ...more });
    const id = randomUUID();
    this.ledger.run(
      `insert into notification (id, webshop_id, key_pair_id, token, expires_at, sent_at)
       values (?, ?, ?, ?, ?, ?)`,
      ...[id, webshop.id, pair.id, notification.authentication, expires, this.dials.now()],
    );
    const copies = has('duplicate') ? 2 : 1;
    const sending = Promise.all(
      Array.from({ length: copies }, () =>
        this.post(webshop.webhook_url!, body, has('late')?.value),
      ),
    ).then(([answer]) => {
      this.ledger.run('update notification set answer = ? where id = ?', answer ?? null, id);
    });
    const tracked = sending.finally(() => this.under.delete(tracked));
    this.under.add(tracked);
  }

  private async post(
    url: string,
    body: string,
    lateMs: number | null | undefined,
  ): Promise<string> {
    if (lateMs) await new Promise((resolve) => setTimeout(resolve, lateMs));
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Java-http-client/21' },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      });
      await answer.body?.cancel();
      return String(answer.status);
    } catch (error) {
      return `no answer: ${(error as Error).name}`;
    }
  }
}

function flip(digit: string): string {
  return digit === '0' ? '1' : '0';
}
