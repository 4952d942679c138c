import { Module } from '@nestjs/common';
import { OrdersController } from './orders.controller';
import { OrdersModule } from './orders.module';
import { OrdersPortsModule } from './orders.ports.module';
import { ReturnsController } from './returns.controller';
import { WebshopOrdersController } from './webshop-orders.controller';

/** What the API serves of orders. */
@Module({
  imports: [OrdersModule, OrdersPortsModule],
  controllers: [OrdersController, WebshopOrdersController, ReturnsController],
})
export class OrdersHttpModule {}
