import { Controller, Get, type MessageEvent, Param, Query, Sse } from '@nestjs/common';
import {
  OrderChangesQuery,
  OrderDetail,
  OrderPage,
  OrderParams,
  OrderQuery,
  ordersPath,
} from '@toonbank/orders/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, LastEventId, Needs, Returns } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { ApiHeader } from '@nestjs/swagger';
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
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string', format: 'uuid' } })
  follow(
    @InScope() scope: Scope,
    @Query({ schema: OrderChangesQuery }) query: OrderChangesQuery,
    @LastEventId() lastSeen?: Id,
  ): Observable<MessageEvent> {
    return this.changes.follow(scope, query, lastSeen);
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
