import { Controller, Get, Param } from '@nestjs/common';
import {
  OrderMessages,
  OrderMessagesParams,
  orderMessagesPath,
} from '@toonbank/notifications/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { OrderMessagesService } from './order-messages.service';

@Controller(orderMessagesPath)
export class OrderMessagesController {
  constructor(private readonly messages: OrderMessagesService) {}

  @Get()
  @Needs('notifications:read')
  @Returns(OrderMessages)
  of(
    @InScope() scope: Scope,
    @Param({ schema: OrderMessagesParams }) { orderId }: OrderMessagesParams,
  ): Promise<OrderMessages> {
    return this.messages.of(scope, orderId);
  }
}
