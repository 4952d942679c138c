import { Controller, Get, Headers, type MessageEvent, Param, Query, Sse } from '@nestjs/common';
import {
  OrderChangesQuery,
  OrderDetail,
  OrderPage,
  OrderParams,
  OrderQuery,
  ordersPath,
} from '@toonbank/orders/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { Id } from '@toonbank/primitives';
import type { Observable } from 'rxjs';
import { OrderChanges } from './order-changes';
import { OrdersService } from './orders.service';

@Controller(ordersPath)
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly changes: OrderChanges,
  ) {}

  @Get()
  @Needs('orders:read')
  @Returns(OrderPage)
  list(
    @InScope() scope: Scope,
    @Query({ schema: OrderQuery }) query: OrderQuery,
  ): Promise<OrderPage> {
    return this.orders.list(scope, query);
  }

  /** A stream of server-sent events: each an order as it is now, because its status changed. */
  @Sse('changes')
  @Needs('orders:read')
  follow(
    @InScope() scope: Scope,
    @Query({ schema: OrderChangesQuery }) query: OrderChangesQuery,
    @Headers('last-event-id') lastSeen?: string,
  ): Observable<MessageEvent> {
    return this.changes.follow(scope, query, Id.safeParse(lastSeen).data);
  }

  @Get(':orderId')
  @Needs('orders:read')
  @Returns(OrderDetail)
  get(
    @InScope() scope: Scope,
    @Param({ schema: OrderParams }) { orderId }: OrderParams,
  ): Promise<OrderDetail> {
    return this.orders.get(scope, orderId);
  }
}
