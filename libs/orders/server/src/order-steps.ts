import { Injectable } from '@nestjs/common';
import {
  type OrderStatus,
  OrderStatusChanged,
  orderStatusChanged,
} from '@toonbank/orders/contract';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { eventType, Outbox } from '@toonbank/platform/outbox';
import { Live } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { HistoryRepository } from './history.repository';
import { OrderDaysRepository } from './order-days.repository';
import { transition } from './order-status';
import type { OrderEntity } from './order.entity';
import { OrdersRepository } from './orders.repository';

const statusChanged = eventType(orderStatusChanged, OrderStatusChanged);

/** One step of one order: the row, its timeline and the event, together. */
@Injectable()
export class OrderSteps {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly history: HistoryRepository,
    private readonly days: OrderDaysRepository,
    private readonly outbox: Outbox,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  async created(tx: Tx, order: OrderEntity): Promise<void> {
    const { id: orderId, merchantId, findings } = order;
    const detail = { findings: findings.length };
    await this.history.add(tx, [{ orderId, merchantId, kind: 'created', by: 'shop', detail }]);
    await this.moved(tx, order, null, order.status);
  }

  async announcedAgain(tx: Tx, order: OrderEntity, number: number): Promise<void> {
    const { id: orderId, merchantId } = order;
    const happening = { orderId, merchantId, kind: 'announced-again', by: 'shop' as const };
    await this.history.add(tx, [{ ...happening, detail: { number } }]);
  }

  /** What the bank's answer to an announcement means for a locked order. Answers the order after it. */
  async step(
    tx: Tx,
    order: OrderEntity,
    step: { to: OrderStatus; detail: object } | { unknown: string },
  ): Promise<OrderEntity> {
    const { id: orderId, merchantId } = order;
    if ('unknown' in step) {
      const detail = { reason: step.unknown };
      const happening = { orderId, merchantId, kind: 'announce-unanswered', detail };
      await this.history.add(tx, [{ ...happening, by: 'toonbank' }]);
      return order;
    }
    const kind = step.to === 'REFUSED' ? 'ended' : 'announced';
    if (transition(order.status, step.to) !== 'apply') return order;
    const updatedAt = this.clock.now();
    await this.orders.setStatus(tx, orderId, step.to, updatedAt);
    const detail = { from: order.status, to: step.to, ...step.detail };
    await this.history.add(tx, [{ orderId, merchantId, kind, by: 'bank', detail }]);
    await this.moved(tx, order, order.status, step.to);
    return { ...order, status: step.to, updatedAt };
  }

  /** After COMMIT: open streams look now. */
  say(agencyId: Id): void {
    this.live.say(agencyId);
  }

  /** Figures and event of a change of status. */
  private async moved(tx: Tx, order: OrderEntity, from: OrderStatus | null, to: OrderStatus) {
    const { id: orderId, merchantId, webshopId, environment } = order;
    await this.days.move(tx, [{ ...order, paid: 0, from, to }]);
    const payload = { orderId, from, to, at: this.clock.now().toISOString() };
    await this.outbox.add(tx, statusChanged, [{ merchantId, webshopId, environment, payload }]);
  }
}
