import { Injectable } from '@nestjs/common';
import type {
  OrderCount,
  OrderFilter,
  OrderTotals,
  OrderTotalsQuery,
} from '@toonbank/orders/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import {
  type MerchantSales,
  OrderDaysRepository,
  type Stretch,
  type WebshopDay,
} from './order-days.repository';
import { OrdersRepository } from './orders.repository';
import { environmentOf } from './orders.service';

/** Beyond this nobody needs the exact number, and counting would cost more with every order. */
const mostCounted = 10_000;

/** Sums and counts of orders, at a cost that does not grow with their number. */
@Injectable()
export class OrderFigures {
  constructor(
    private readonly work: Work,
    private readonly days: OrderDaysRepository,
    private readonly orders: OrdersRepository,
  ) {}

  async totals(scope: Scope, query: OrderTotalsQuery): Promise<OrderTotals> {
    const asked = { ...query, environment: environmentOf(scope, query.environment) };
    const own = scope.place ? { ...asked, webshopId: scope.place.webshopId } : asked;
    const rows = await this.work.read(scope, (tx) => this.days.totals(tx, own));
    return { days: rows.filter(({ orders }) => orders > 0) };
  }

  byWebshop(scope: Scope, stretch: Stretch): Promise<WebshopDay[]> {
    return this.work.read(scope, (tx) => this.days.byWebshop(tx, stretch));
  }

  byMerchant(scope: Scope, stretch: Stretch): Promise<MerchantSales[]> {
    return this.work.read(scope, (tx) => this.days.byMerchant(tx, stretch));
  }

  async count(scope: Scope, filter: OrderFilter): Promise<OrderCount> {
    const environment = environmentOf(scope, filter.environment);
    const found = await this.work.read(scope, (tx) =>
      this.orders.count(tx, { ...filter, environment }, mostCounted + 1),
    );
    return { count: Math.min(found, mostCounted), isMore: found > mostCounted };
  }
}
