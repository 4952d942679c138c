import { Injectable } from '@nestjs/common';
import type { LastPaid, LastPaidQuery } from '@toonbank/orders/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { Webshops } from '@toonbank/shop/server';
import { OrdersRepository } from './orders.repository';
import { environmentOf } from './orders.service';
import { orderToWire } from './to-wire';

/** What webshops were paid last. */
@Injectable()
export class LastPaidOrders {
  constructor(
    private readonly work: Work,
    private readonly orders: OrdersRepository,
    private readonly webshops: Webshops,
  ) {}

  /** One read, however many orders there are. A 404 problem for a webshop outside the scope. */
  async of(scope: Scope, webshopId: Id, asked: LastPaidQuery): Promise<LastPaid> {
    const environment = environmentOf(scope, asked.environment);
    const order = await this.work.read(scope, (tx) =>
      this.orders.lastPaid(tx, { webshopId, environment }),
    );
    if (order) return { order: { ...orderToWire(order), paidAt: order.updatedAt.toISOString() } };
    // Only a webshop of the scope may be said to have sold nothing.
    await this.webshops.get(scope, webshopId);
    return { order: null };
  }
}
