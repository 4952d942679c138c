import { Injectable } from '@nestjs/common';
import type { AnnounceOutcome } from '@toonbank/bank-client/server';
import type { CreatedOrder, OrderStatus } from '@toonbank/orders/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Sealer, Vault } from '@toonbank/platform/crypto';
import { type Tx, type WebshopScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { AnnouncementEntity } from './announcement.entity';
import { AnnouncementsRepository, type Answer } from './announcements.repository';
import { type Asked, newAnnouncement, newOrder } from './new-order';
import { isEnd } from './order-status';
import { OrderSteps } from './order-steps';
import { OrdersRepository } from './orders.repository';
import { orderToWire } from './to-wire';

/** An announcement whose row is committed and that may now be sent. */
export interface Pending {
  readonly kind: 'pending';
  readonly orderId: Id;
  readonly announcementId: Id;
}

type Begun = Pending | { readonly kind: 'settled'; readonly created: CreatedOrder };

/** Longer than a call to the bank can take: a younger `announcing` is still being sent by somebody. */
const inFlightMs = 40_000;

/** The rows before and after a call to the bank. No transaction is open during the call. */
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

  /** Claims the key and commits the rows; or finds what the key was used for before. */
  async begin(scope: WebshopScope, asked: Asked): Promise<Begun> {
    const sealer = await this.vault.sealer(scope.agencyId);
    return this.work.run(scope, async (tx) => {
      const at = this.clock.now();
      const { merchantId, place } = scope;
      const known = await this.announcements.claim(tx, { ...asked, ...place, merchantId, at });
      if (!known) return this.beginNew(tx, scope, asked);
      if (!known.requestHash.equals(asked.requestHash)) throw otherBody();
      return this.resume(tx, known.orderId, sealer);
    });
  }

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

  private async beginNew(tx: Tx, scope: WebshopScope, asked: Asked): Promise<Begun> {
    const { merchantOrderId } = asked.order;
    await this.orders.lockNumber(tx, scope.place, merchantOrderId);
    const standing = await this.orders.standing(tx, scope.place, merchantOrderId);
    if (standing) throw standingProblem(standing.status, standing.id);
    const at = this.clock.now();
    const order = newOrder(scope, asked, at);
    const announcement = newAnnouncement(order, 1, at);
    await this.orders.insert(tx, order);
    await this.announcements.insert(tx, announcement);
    await this.steps.created(tx, order);
    return { kind: 'pending', orderId: order.id, announcementId: announcement.id };
  }

  /** The same request again. */
  private async resume(tx: Tx, orderId: Id, sealer: Sealer): Promise<Begun> {
    const order = (await this.orders.lock(tx, orderId))!;
    const [current] = await this.announcements.ofOrder(tx, orderId);
    const now = this.clock.now();
    refuseIfRefused(current!);
    if (current!.state === 'announced' || isEnd(order.status)) {
      const redirectUrl = redirectOf(sealer, current!);
      return { kind: 'settled', created: { ...orderToWire(order), redirectUrl } };
    }
    const age = now.getTime() - current!.sentAt.getTime();
    if (current!.state === 'announcing' && age < inFlightMs) throw inFlight();
    const next = newAnnouncement(order, current!.number + 1, now);
    await this.announcements.insert(tx, next);
    await this.steps.announcedAgain(tx, order, next.number);
    return { kind: 'pending', orderId, announcementId: next.id };
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

function redirectBinding({ webshopId, environment, id }: AnnouncementEntity) {
  return { webshopId, environment, field: 'redirect-url', version: id };
}

function redirectOf(sealer: Sealer, announcement: AnnouncementEntity): string | null {
  if (!announcement.redirectUrl) return null;
  return sealer.open(redirectBinding(announcement), announcement.redirectUrl).toString('utf8');
}

function refuseIfRefused({ state, refusalCode, refusalText }: AnnouncementEntity): void {
  if (state !== 'refused') return;
  throw Problem.unprocessable(
    'bank-refused',
    'The bank did not take this order.',
    `The bank says ${refusalCode}: ${refusalText} The shopper got no link; mend it and announce under a new Idempotency-Key.`,
  );
}

function otherBody(): Problem {
  return Problem.unprocessable(
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request.',
    'Nothing was changed. Use a new key for a new order, and the same body for a repeat.',
    'Idempotency-Key',
  );
}

function inFlight(): Problem {
  return Problem.conflict(
    'in-flight',
    'This request is still being worked on.',
    'Wait a few seconds and repeat it with the same Idempotency-Key.',
  );
}

function standingProblem(status: OrderStatus, id: Id): Problem {
  const how = status === 'COMPLETED' ? 'is paid' : 'is in progress';
  return Problem.conflict(
    'order-exists',
    `An order with this merchantOrderId ${how}.`,
    `Nothing was changed. Look at order ${id}, or announce under another merchantOrderId.`,
  );
}
