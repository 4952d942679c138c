import { Controller, Get, type MessageEvent, Param, Query, Sse } from '@nestjs/common';
import {
  OrderChangesQuery,
  OrderCount,
  orderCountPath,
  OrderDetail,
  OrderFilter,
  OrderPage,
  OrderParams,
  OrderQuery,
  ordersPath,
  OrderTotals,
  orderTotalsPath,
  OrderTotalsQuery,
  PaidToday,
  paidTodayPath,
  PaidTodayQuery,
} from '@toonbank/orders/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, LastEventId, Needs, Returns } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { ApiHeader } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { OrderChanges } from './order-changes';
import { OrderFigures } from './order-figures.service';
import { OrdersService } from './orders.service';
import { PaidTodays } from './paid-today.service';

@Controller(ordersPath)
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly changes: OrderChanges,
    private readonly figures: OrderFigures,
    private readonly paidTodays: PaidTodays,
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

  /** Orders and what was paid, per day and status. */
  @Get(orderTotalsPath)
  @Needs('orders:read')
  @Returns(OrderTotals)
  totals(
    @InScope() scope: Scope,
    @Query({ schema: OrderTotalsQuery }) query: OrderTotalsQuery,
  ): Promise<OrderTotals> {
    return this.figures.totals(scope, query);
  }

  /** What was paid today until now, beside the same weekday before until the same time. */
  @Get(paidTodayPath)
  @Needs('orders:read')
  @Returns(PaidToday)
  paidToday(
    @InScope() scope: Scope,
    @Query({ schema: PaidTodayQuery }) query: PaidTodayQuery,
  ): Promise<PaidToday> {
    return this.paidTodays.of(scope, query);
  }

  /** How many orders a list would hold. */
  @Get(orderCountPath)
  @Needs('orders:read')
  @Returns(OrderCount)
  count(
    @InScope() scope: Scope,
    @Query({ schema: OrderFilter }) filter: OrderFilter,
  ): Promise<OrderCount> {
    return this.figures.count(scope, filter);
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
