import { Global, Injectable, Module } from '@nestjs/common';
import { WaitingOrders } from '@toonbank/keys/server';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { OrdersRepository } from './orders.repository';

/** Tells the room of keys which orders may still have a result under an old key. */
@Injectable()
class OrdersStillOpen extends WaitingOrders {
  constructor(private readonly orders: OrdersRepository) {
    super();
  }

  override before(tx: Tx, place: WebshopPlace, at: Date): Promise<number> {
    return this.orders.openBefore(tx, place, at);
  }
}

/** Global, because the room of keys lies below and can't import it. */
@Global()
@Module({
  providers: [OrdersRepository, { provide: WaitingOrders, useClass: OrdersStillOpen }],
  exports: [WaitingOrders],
})
export class WaitingOrdersModule {}
