import { Injectable } from '@nestjs/common';
import { type Candidate, SigningKeys } from '@toonbank/keys/server';
import { Clock } from '@toonbank/platform/clock';
import { Vault } from '@toonbank/platform/crypto';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import { Notification } from '@toonbank/smart-pay';
import { PullsRepository } from './pulls.repository';
import { notificationBinding } from './verifier';

/** A ping that waits, opened: its token still lives. */
export interface LivePing {
  readonly receivedAt: Date;
  readonly notification: Notification;
  /** The keys that verify now: one of them signs what is handed out with its token. */
  readonly keys: readonly Candidate[];
}

/** The pings of a webshop environment that wait to be pulled with. */
@Injectable()
export class Pings {
  constructor(
    private readonly work: Work,
    private readonly pulls: PullsRepository,
    private readonly signingKeys: SigningKeys,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * The newest of them. Those whose token has run out or whose key is gone are set aside: the bank
   * sends others.
   */
  async next(scope: WebshopScope): Promise<LivePing | undefined> {
    const keys = await this.signingKeys.verifying(scope);
    const versions = keys.map(({ version }) => version);
    const sealer = await this.vault.sealer(scope.agencyId);
    const ping = await this.work.run(scope, async (tx) => {
      const now = this.clock.now();
      await this.pulls.setAside(tx, now, versions);
      return this.pulls.livePing(tx, now);
    });
    if (!ping) return undefined;
    const { id, receivedAt, sealed } = ping;
    const raw = sealer.open(notificationBinding({ ...scope.place, id }), sealed);
    const notification = Notification.parse(JSON.parse(raw.toString('utf8')));
    return { receivedAt, notification, keys };
  }
}
