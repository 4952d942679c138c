import { Injectable } from '@nestjs/common';
import type { AnnounceOutcome } from '@toonbank/bank-client/server';
import type { CreatedOrder, OrderStatus } from '@toonbank/orders/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Sealer, Vault } from '@toonbank/platform/crypto';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import { redirectBinding, redirectOf, refuseIfRefused } from './announcement-answer';
import type { Pending } from './announcement-claims';
import type { AnnouncementEntity } from './announcement.entity';
import { AnnouncementsRepository, type Answer } from './announcements.repository';
import { OrderSteps } from './order-steps';
import { OrdersRepository } from './orders.repository';
import { orderToWire } from './to-wire';

/** The rows after a call to the bank. */
@Injectable()
export class AnnouncementRecords {
  constructor(
    private readonly work: Work,
    private readonly orders: OrdersRepository,
    private readonly announcements: AnnouncementsRepository,
    private readonly steps: OrderSteps,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Records what came of the call. A status that the bank reported meanwhile is not overwritten. */
  async settle(
    scope: WebshopScope,
    { orderId, announcementId }: Pending,
    outcome: AnnounceOutcome,
  ): Promise<CreatedOrder> {
    const sealer = await this.vault.sealer(scope.agencyId);
    const created = await this.work.run(scope, async (tx) => {
      const order = (await this.orders.lock(tx, orderId))!;
      const announcement = (await this.announcements.find(tx, announcementId))!;
      const answeredAt = this.clock.now();
      const answer = { ...answerOf(sealer, announcement, outcome), answeredAt };
      await this.announcements.answer(tx, announcementId, answer);
      const settled = await this.steps.step(tx, order, stepOf(outcome));
      return { order: orderToWire(settled), announcement: { ...announcement, ...answer } };
    });
    this.steps.say(scope.agencyId);
    refuseIfRefused(created.announcement);
    return { ...created.order, redirectUrl: redirectOf(sealer, created.announcement) };
  }
}

/** Where the bank's answer brings the order; `unknown` leaves it where it is. */
function stepOf(
  outcome: AnnounceOutcome,
): { to: OrderStatus; detail: object } | { unknown: string } {
  switch (outcome.kind) {
    case 'announced':
      return { to: 'IN_PROGRESS', detail: { omnikassaOrderId: outcome.omnikassaOrderId } };
    case 'refused':
      return { to: 'REFUSED', detail: { code: outcome.errorCode, text: outcome.text } };
    case 'keys-refused':
      return { to: 'REFUSED', detail: { code: keysRefusedCode, text: keysRefusedText } };
    case 'unknown':
      return { unknown: outcome.reason };
  }
}

const keysRefusedCode = 5001;
const keysRefusedText = 'The bank does not accept the keys of this webshop.';

function answerOf(
  sealer: Sealer,
  announcement: AnnouncementEntity,
  outcome: AnnounceOutcome,
): Omit<Answer, 'answeredAt'> {
  switch (outcome.kind) {
    case 'announced': {
      const redirectUrl = sealer.seal(redirectBinding(announcement), outcome.redirectUrl);
      return { state: 'announced', omnikassaOrderId: outcome.omnikassaOrderId, redirectUrl };
    }
    case 'refused': {
      const { errorCode: refusalCode, text: refusalText } = outcome;
      return { state: 'refused', refusalCode, refusalText };
    }
    case 'keys-refused': {
      const [refusalCode, refusalText] = [keysRefusedCode, keysRefusedText];
      return { state: 'refused', refusalCode, refusalText };
    }
    case 'unknown':
      // A result that came in meanwhile has already told what the announcement is.
      return { state: announcement.omnikassaOrderId ? 'announced' : 'unknown' };
  }
}
