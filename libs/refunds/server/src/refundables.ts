import { Injectable } from '@nestjs/common';
import { BankRefunds, type Refundable as AtBank } from '@toonbank/bank-client/server';
import { PaidOrders, type Payment } from '@toonbank/orders/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work, type WebshopScope } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { euro, type Id } from '@toonbank/primitives';
import type { Refundable } from '@toonbank/refunds/contract';
import { refundProblems } from './refund-problems';
import { RefundSettings } from './refund-settings';
import { routeOf } from './refund-status';
import { endOf, type RefundLimit, restOf } from './refund-term';
import { RefundsRepository } from './refunds.repository';

/** What can be given back of an order: our count beside the bank's. */
@Injectable()
export class Refundables {
  constructor(
    private readonly work: Work,
    private readonly orders: PaidOrders,
    private readonly refunds: RefundsRepository,
    private readonly settings: RefundSettings,
    private readonly bank: BankRefunds,
    private readonly clock: Clock,
  ) {}

  /** Asks the bank, so no transaction may be open. Throws a problem when the order is not paid. */
  async of(scope: Scope, orderId: Id): Promise<Refundable> {
    const payment = await this.payment(scope, orderId);
    const bank = await this.atBank(scope, payment);
    return this.work.read(scope, async (tx) => {
      const held = await this.refunds.held(tx, orderId, payment.transactionId);
      const from = await this.settings.approvalFrom(tx);
      const limit = this.limit(payment, bank);
      const { rest, nothingBecause } = restOf({ ...payment, held }, limit);
      const { transactionId, paymentBrand } = payment;
      const end = endOf(payment, bank);
      return {
        ...{ orderId, transactionId, paymentBrand, route: routeOf(paymentBrand) },
        ...{ paid: euro(payment.amount), refunded: euro(held), rest: euro(rest) },
        bank: bank && { rest: euro(bank.amount), expiresAt: bank.expiresAt.toISOString() },
        ...{ nothingBecause, lastDay: end?.lastDay ?? null, endsAt: end?.at.toISOString() ?? null },
        approvalFrom: from === null ? null : euro(from),
      };
    });
  }

  /** The payment of an order that is inside the scope and paid, else a problem. */
  payment(scope: Scope, orderId: Id): Promise<Payment> {
    return this.work.read(scope, async (tx) => paidOr(await this.orders.find(tx, orderId)));
  }

  /** The same with the order locked: one refund of it is asked for at a time. */
  async locked(tx: Tx, orderId: Id): Promise<Payment & { readonly held: number }> {
    const payment = paidOr(await this.orders.lock(tx, orderId));
    return { ...payment, held: await this.refunds.held(tx, orderId, payment.transactionId) };
  }

  /** Null: not by this route, or the bank did not answer; our own count and rule then stand alone. */
  async atBank(scope: Scope, payment: Payment): Promise<AtBank | null> {
    if (routeOf(payment.paymentBrand) !== 'bank') return null;
    const answer = await this.bank.refundable(insideOf(scope, payment), payment.transactionId);
    if (answer.kind === 'told') return answer.told;
    if (answer.kind === 'refused') throw refundProblems.notAtBank(answer.text);
    if (answer.kind === 'keys-refused') throw refundProblems.keysRefused();
    return null;
  }

  /** How far it can be given back now, with what the bank said of it. */
  limit(payment: Payment, bank: AtBank | null): RefundLimit {
    const end = endOf(payment, bank);
    const isTooLate = end !== null && end.at <= this.clock.now();
    return { most: bank?.amount ?? Infinity, isTooLate, endsAt: end?.at ?? null };
  }
}

/** Where a payment's webshop stands: whose keys the bank is asked with. */
export function insideOf(
  { agencyId, actor }: Scope,
  { merchantId, place }: Pick<Payment, 'merchantId' | 'place'>,
): WebshopScope {
  return { agencyId, actor, merchantId, place };
}

function paidOr(found: Awaited<ReturnType<PaidOrders['find']>>): Payment {
  if (found.kind === 'none') throw Problem.notFound('order');
  if (found.kind === 'not-paid') throw refundProblems.notPaid();
  return found.payment;
}
