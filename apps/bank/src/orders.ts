import { randomUUID } from 'node:crypto';
import type { Ledger } from './ledger';
import type { OrderRow, OrderStatus, PaymentRow } from './rows';
import type { Dials } from './settings';

/** What a shopper, or whoever stands at the controls, can make of an attempt to pay. */
export const outcomes = ['paid', 'cancelled', 'failed', 'expired', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

const cards = ['VISA', 'MASTERCARD', 'MAESTRO', 'V_PAY'];
const scenario: Readonly<Record<number, Outcome>> = {
  100: 'paid',
  200: 'cancelled',
  300: 'expired',
  400: 'open',
  500: 'failed',
};

/** The outcome that the amount stands for in the sandbox; cards with 3-D Secure take ten times as much. */
export function scenarioOf(amount: number, brand: string): Outcome {
  const own = scenario[amount];
  const secure = cards.includes(brand) && amount % 10 === 0 ? scenario[amount / 10] : undefined;
  return own ?? secure ?? 'paid';
}

const paymentStatus: Readonly<Record<Outcome, string>> = {
  paid: 'SUCCESS',
  cancelled: 'CANCELLED',
  failed: 'FAILURE',
  expired: 'EXPIRED',
  open: 'OPEN',
};

/** Open and failed attempts do not end an order. */
const orderStatus: Partial<Record<Outcome, OrderStatus>> = {
  paid: 'COMPLETED',
  cancelled: 'CANCELLED',
  expired: 'EXPIRED',
};

/** Orders and what shoppers do about them. */
export class Orders {
  constructor(
    private readonly ledger: Ledger,
    private readonly dials: Dials,
  ) {}

  get(id: string): OrderRow | undefined {
    return this.ledger.row<OrderRow>('select * from payment_order where id = ?', id);
  }

  byPageToken(token: string): OrderRow | undefined {
    return this.ledger.row<OrderRow>('select * from payment_order where page_token = ?', token);
  }

  list(webshopId?: string): OrderRow[] {
    return this.ledger.rows<OrderRow>(
      `select * from payment_order where ? is null or webshop_id = ?
       order by announced_at desc limit 500`,
      ...[webshopId ?? null, webshopId ?? null],
    );
  }

  open(webshopId: string): OrderRow[] {
    return this.ledger.rows<OrderRow>(
      `select * from payment_order where webshop_id = ? and status = 'IN_PROGRESS' order by announced_at`,
      webshopId,
    );
  }

  payments(orderId: string): PaymentRow[] {
    return this.ledger.rows<PaymentRow>(
      'select * from payment where order_id = ? order by started_at, rowid',
      orderId,
    );
  }

  /** Starts an attempt with a brand; it is open until its outcome is known. */
  attempt(order: OrderRow, brand: string): PaymentRow {
    const id = randomUUID();
    const now = this.dials.now();
    this.ledger.run(
      `insert into payment (id, order_id, brand, status, amount, started_at, updated_at)
       values (?, ?, ?, 'OPEN', ?, ?, ?)`,
      ...[id, order.id, brand, order.amount, now, now],
    );
    return this.ledger.row<PaymentRow>('select * from payment where id = ?', id)!;
  }

  /** Settles an attempt, and the order where that ends it. An order that has ended stays as it is. */
  settle(order: OrderRow, payment: PaymentRow | undefined, outcome: Outcome): OrderRow {
    return this.ledger.atOnce(() => {
      if (this.get(order.id)?.status !== 'IN_PROGRESS') return this.get(order.id)!;
      const now = this.dials.now();
      const confirmed = outcome === 'paid' ? order.amount : null;
      if (payment) {
        this.ledger.run(
          'update payment set status = ?, confirmed = ?, updated_at = ? where id = ?',
          ...[paymentStatus[outcome], confirmed, now, payment.id],
        );
      }
      const ended = orderStatus[outcome];
      if (ended) this.end(order.id, ended, now);
      return this.get(order.id)!;
    });
  }

  /** Lets the orders whose time has run out expire. */
  expire(): void {
    const now = this.dials.now();
    const late = this.ledger.rows<OrderRow>(
      `select * from payment_order where status = 'IN_PROGRESS' and announced_at < ?`,
      now - this.dials.get().orderLifeMs,
    );
    for (const order of late) {
      this.ledger.atOnce(() => {
        this.ledger.run(
          `update payment set status = 'EXPIRED', updated_at = ? where order_id = ? and status = 'OPEN'`,
          ...[now, order.id],
        );
        this.end(order.id, 'EXPIRED', now);
      });
    }
  }

  private end(id: string, status: OrderStatus, at: number): void {
    this.ledger.run(
      `update payment_order set status = ?, status_at = ? where id = ? and status = 'IN_PROGRESS'`,
      ...[status, at, id],
    );
  }
}
