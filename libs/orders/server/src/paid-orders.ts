import { Injectable } from '@nestjs/common';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { OrderEntity } from './order.entity';
import { OrdersRepository } from './orders.repository';
import type { TransactionEntity } from './transaction.entity';

/** The payment that made an order paid, as the bank told it. */
export interface Payment {
  readonly orderId: Id;
  readonly merchantId: Id;
  readonly place: WebshopPlace;
  readonly merchantOrderId: string;
  readonly transactionId: Id;
  readonly paymentBrand: string;
  /** Cents. */
  readonly amount: number;
  readonly paidAt: Date;
}

export type Found =
  | { readonly kind: 'paid'; readonly payment: Payment }
  | { readonly kind: 'not-paid' }
  | { readonly kind: 'none' };

/** In this order: what the bank calls paid, and what counts as paid in a completed order. */
const successes = ['SUCCESS', 'ACCEPTED'];

/** Payments of orders for rooms that act on money, in the caller's transaction. */
@Injectable()
export class PaidOrders {
  constructor(private readonly orders: OrdersRepository) {}

  async find(tx: Tx, orderId: Id): Promise<Found> {
    return this.paid(tx, await this.orders.find(tx, orderId));
  }

  /** One at a time for this order, until the transaction ends. */
  async lock(tx: Tx, orderId: Id): Promise<Found> {
    return this.paid(tx, await this.orders.lock(tx, orderId));
  }

  private async paid(tx: Tx, order: OrderEntity | null): Promise<Found> {
    if (!order) return { kind: 'none' };
    const all = await this.orders.transactions(tx, order.id);
    const paid = successes.flatMap((word) => all.filter(({ status }) => status === word)).at(0);
    if (order.status !== 'COMPLETED' || !paid) return { kind: 'not-paid' };
    return { kind: 'paid', payment: paymentOf(order, paid) };
  }
}

function paymentOf(order: OrderEntity, paid: TransactionEntity): Payment {
  const { id: orderId, merchantId, webshopId, environment, merchantOrderId } = order;
  return {
    ...{ orderId, merchantId, merchantOrderId },
    place: { webshopId, environment },
    transactionId: paid.id,
    paymentBrand: paid.paymentBrand,
    amount: paid.confirmedAmount ?? paid.amount,
    paidAt: paid.updatedAt,
  };
}
