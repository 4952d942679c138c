import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import type { Payment } from '@toonbank/orders/server';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { type Id, newId } from '@toonbank/primitives';
import type { RequestRefund } from '@toonbank/refunds/contract';
import { holdsIban } from './iban';
import { refundProblems } from './refund-problems';
import { RefundRecords } from './refund-records';
import { RefundSettings } from './refund-settings';
import { nextAskMs, routeOf, startOf } from './refund-status';
import { type RefundLimit, restOf } from './refund-term';
import type { RefundEntity } from './refund.entity';
import { Refundables } from './refundables';
import { RefundsRepository } from './refunds.repository';

/** S35: two days on average, depending on the shopper's bank. */
const daysToShopper = 2;

/** A refund as it is asked for: the key and body of the request, and the order. */
export interface AskedRefund {
  readonly orderId: Id;
  readonly key: string;
  readonly body: RequestRefund;
}

/**
 * Turns a request into a row: never more than is left, with the order locked, and once per key. The
 * row that comes back is committed; whether it is to be sent now, its status says.
 */
@Injectable()
export class RefundRequests {
  constructor(
    private readonly work: Work,
    private readonly refunds: RefundsRepository,
    private readonly refundables: Refundables,
    private readonly settings: RefundSettings,
    private readonly records: RefundRecords,
    private readonly clock: Clock,
  ) {}

  /** The same key and body again answer the same row; another body is a problem. */
  async take(scope: Scope, asked: AskedRefund): Promise<RefundEntity> {
    keepsNoAccount(asked.body);
    const payment = await this.refundables.payment(scope, asked.orderId);
    const known = await this.work.read(scope, (tx) => this.known(tx, asked));
    if (known) return known;
    const limit = await this.limit(scope, payment);
    const row = await this.work.run(scope, async (tx) => {
      const locked = await this.refundables.locked(tx, asked.orderId);
      const raced = await this.known(tx, asked);
      if (raced) return raced;
      const { rest, nothingBecause } = restOf(locked, limit);
      const amount = asked.body.amount?.amount ?? rest;
      if (nothingBecause) throw refundProblems.nothing[nothingBecause]();
      if (amount > rest) throw refundProblems.aboveRest(rest);
      return this.insert(tx, asked, { payment: locked, amount, endsAt: limit.endsAt });
    });
    failpoint('refund-act.done');
    return row;
  }

  private async known(tx: Tx, asked: AskedRefund): Promise<RefundEntity | null> {
    const row = await this.refunds.withKey(tx, asked.orderId, asked.key);
    if (row && !row.requestHash.equals(hashOf(asked.body))) throw refundProblems.otherBody();
    return row;
  }

  /** How far the bank goes along; software is told when the bank is not the way. */
  private async limit(scope: Scope, payment: Payment): Promise<RefundLimit> {
    const isShop = scope.actor.kind === 'api-key';
    const { paymentBrand } = payment;
    if (isShop && routeOf(paymentBrand) !== 'bank') throw refundProblems.elsewhere(paymentBrand);
    return this.refundables.limit(payment, await this.refundables.atBank(scope, payment));
  }

  private async insert(
    tx: Tx,
    { key, body }: AskedRefund,
    { payment, amount, endsAt }: Fitting,
  ): Promise<RefundEntity> {
    const from = await this.settings.approvalFrom(tx);
    const route = routeOf(payment.paymentBrand);
    const mustWait = from !== null && amount >= from;
    const status = mustWait ? 'AWAITING_APPROVAL' : startOf(route);
    const { orderId, merchantId, merchantOrderId, transactionId, paymentBrand } = payment;
    const row: RefundEntity = {
      ...{ agencyId: tx.scope.agencyId, id: newId(), merchantId, ...payment.place },
      ...{ orderId, merchantOrderId, transactionId, paymentBrand, route, status, amount },
      ...{ description: body.description, vatCategory: body.vatCategory ?? null },
      ...{ reason: body.reason ?? null, idempotencyKey: key, requestHash: hashOf(body) },
      ...{ requestedAt: this.clock.now(), requestedBy: personOf(tx) },
      ...{ decidedAt: null, decidedBy: null, bankRefundId: null, refusalCode: null },
      ...{ refusalText: null, tries: 0, endedAt: null, expectedOn: null, nextAt: null },
      keysRefused: false,
    };
    const begun = { ...row, ...begin(row, this.clock.now()) };
    await this.records.requested(tx, begun, endsAt);
    return begun;
  }
}

/** What of a payment is given back, and until when that could be asked. */
interface Fitting {
  readonly payment: Payment;
  readonly amount: number;
  readonly endsAt: Date | null;
}

/** When the worker looks at a refund that is about to be sent, and when the shopper has it. */
export function begin({ status }: Pick<RefundEntity, 'status'>, now: Date) {
  if (status !== 'SENDING') return {};
  const nextAt = new Date(now.getTime() + nextAskMs(status, 0)!);
  return { nextAt, expectedOn: dayAfter(dayOf(now), daysToShopper) };
}

/** S33: whoever pays back by hand asks the shopper for an account number, and it is not kept. */
function keepsNoAccount(body: RequestRefund): void {
  const path = (['description', 'reason'] as const).find((field) => holdsIban(body[field] ?? ''));
  if (path) throw refundProblems.accountNumber(path);
}

/** The same for two bodies that say the same. */
function hashOf({ amount, description, vatCategory, reason }: RequestRefund): Buffer {
  const said = [amount?.amount ?? null, description, vatCategory ?? null, reason ?? null];
  return createHash('sha256').update(JSON.stringify(said)).digest();
}
