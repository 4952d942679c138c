import { Global, Module } from '@nestjs/common';
import { WaitingOrders } from '@toonbank/keys/server';
import { OrdersStillOpen } from './waiting-orders';

/** Global, because the room of keys lies below and can't import it. */
@Global()
@Module({
  providers: [{ provide: WaitingOrders, useClass: OrdersStillOpen }],
  exports: [WaitingOrders],
})
export class WaitingOrdersModule {}
