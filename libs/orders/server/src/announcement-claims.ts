import { Injectable } from '@nestjs/common';
import type { CreatedOrder, OrderStatus } from '@toonbank/orders/contract';
import { type Sealer, Vault } from '@toonbank/platform/crypto';
import { type Tx, type WebshopScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { redirectOf, refuseIfRefused } from './announcement-answer';
import { AnnouncementsRepository } from './announcements.repository';
import { type Asked, newAnnouncement, newOrder } from './new-order';
import { isEnd } from './order-status';
import { OrderSteps } from './order-steps';
import { OrdersRepository } from './orders.repository';
import { SalesRules } from './sales-rules';
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

/**
 * The row of an announcement before the call to the bank; it is written whatever comes of the call,
 * and nothing is announced without it.
 */
@Injectable()
export class AnnouncementClaims {
  constructor(
    private readonly work: Work,
    private readonly orders: OrdersRepository,
    private readonly announcements: AnnouncementsRepository,
    private readonly steps: OrderSteps,
    private readonly vault: Vault,
    private readonly rules: SalesRules,
  ) {}

  /** Claims the key and commits the rows; or finds what the key was used for before. */
  async begin(scope: WebshopScope, asked: Asked): Promise<Begun> {
    const sealer = await this.vault.sealer(scope.agencyId);
    return this.work.run(scope, async (tx) => {
      const { merchantId, place } = scope;
      const known = await this.announcements.claim(tx, { ...asked, ...place, merchantId });
      if (!known) return this.beginNew(tx, scope, asked);
      if (!known.requestHash.equals(asked.requestHash)) throw otherBody();
      const forcedBrand = asked.order.paymentBrand;
      return this.resume(tx, known.orderId, { sealer, now: asked.at, forcedBrand });
    });
  }

  private async beginNew(tx: Tx, scope: WebshopScope, asked: Asked): Promise<Begun> {
    const { at } = asked;
    const { merchantOrderId, paymentBrand } = asked.order;
    await this.rules.maySell(tx, scope.place, paymentBrand);
    await this.orders.lockNumber(tx, scope.place, merchantOrderId);
    const standing = await this.orders.standing(tx, scope.place, merchantOrderId);
    if (standing) throw standingProblem(standing.status, standing.id);
    const order = newOrder(scope, asked, at);
    const announcement = newAnnouncement(order, 1, at);
    await this.orders.insert(tx, order);
    await this.announcements.insert(tx, announcement);
    await this.steps.created(tx, order);
    return { kind: 'pending', orderId: order.id, announcementId: announcement.id };
  }

  /** The same request again. */
  private async resume(
    tx: Tx,
    orderId: Id,
    { sealer, now, forcedBrand }: Resuming,
  ): Promise<Begun> {
    const order = (await this.orders.lock(tx, orderId))!;
    const [current] = await this.announcements.ofOrder(tx, orderId);
    refuseIfRefused(current!);
    if (current!.state === 'announced' || isEnd(order.status)) {
      const redirectUrl = redirectOf(sealer, current!);
      return { kind: 'settled', created: { ...orderToWire(order), redirectUrl } };
    }
    const age = now.getTime() - current!.sentAt.getTime();
    if (current!.state === 'announcing' && age < inFlightMs) throw inFlight();
    await this.rules.maySell(tx, order, forcedBrand);
    const next = newAnnouncement(order, current!.number + 1, now);
    await this.announcements.insert(tx, next);
    await this.steps.announcedAgain(tx, order, next.number);
    return { kind: 'pending', orderId, announcementId: next.id };
  }
}

interface Resuming {
  readonly sealer: Sealer;
  readonly now: Date;
  readonly forcedBrand: string | undefined;
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
