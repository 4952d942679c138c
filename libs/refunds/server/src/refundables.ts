import { Injectable } from '@nestjs/common';
import { BankRefunds, type Refundable as AtBank } from '@toonbank/bank-client/server';
import { PaidOrders, type Payment } from '@toonbank/orders/server';
import { Clock, dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work, type WebshopScope } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { euro, type Id } from '@toonbank/primitives';
import type { Refundable } from '@toonbank/refunds/contract';
import { refundProblems } from './refund-problems';
import { RefundSettings } from './refund-settings';
import { routeOf } from './refund-status';
import { RefundsRepository } from './refunds.repository';

/** S33: through day 60 after the transaction. */
const refundDays = 60;

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
      const refunded = await this.refunds.held(tx, orderId, payment.transactionId);
      const from = await this.settings.approvalFrom(tx);
      const rest = Math.max(0, Math.min(payment.amount - refunded, bank?.amount ?? Infinity));
      const { transactionId, paymentBrand } = payment;
      return {
        ...{ orderId, transactionId, paymentBrand, route: routeOf(paymentBrand) },
        ...{ paid: euro(payment.amount), refunded: euro(refunded), rest: euro(rest) },
        bank: bank && { rest: euro(bank.amount), expiresAt: bank.expiresAt.toISOString() },
        lastDay: lastDayOf(payment),
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

  /** The bank's own moment goes first; the rule of 60 days where it said nothing. */
  isTooLate(payment: Payment, bank: AtBank | null): boolean {
    const end = bank?.expiresAt ?? startOfDay(dayAfter(lastDayOf(payment)));
    return end <= this.clock.now();
  }
}

/** Where a payment's webshop stands: whose keys the bank is asked with. */
export function insideOf(
  { agencyId, actor }: Scope,
  { merchantId, place }: Pick<Payment, 'merchantId' | 'place'>,
): WebshopScope {
  return { agencyId, actor, merchantId, place };
}

function lastDayOf({ paidAt }: Payment): string {
  return dayAfter(dayOf(paidAt), refundDays);
}

function paidOr(found: Awaited<ReturnType<PaidOrders['find']>>): Payment {
  if (found.kind === 'none') throw Problem.notFound('order');
  if (found.kind === 'not-paid') throw refundProblems.notPaid();
  return found.payment;
}
