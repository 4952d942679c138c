import { Injectable } from '@nestjs/common';
import type { ListedOrder, OrderDetail, OrderPage, OrderQuery } from '@toonbank/orders/contract';
import { type Scope, type WebshopPlace, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Environment, Id } from '@toonbank/primitives';
import { AnnouncementsRepository } from './announcements.repository';
import { HistoryRepository } from './history.repository';
import type { OrderEntity } from './order.entity';
import { type OrderKey, OrdersRepository } from './orders.repository';
import { OrderViews } from './order-views';
import { detailToWire } from './to-wire';

const list = 'orders';

export interface OrderPages {
  readonly merchantId: Id;
  readonly place: WebshopPlace;
  readonly pageIds: readonly Id[];
}

/** Reads orders, for people and for shops. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly work: Work,
    private readonly orders: OrdersRepository,
    private readonly announcements: AnnouncementsRepository,
    private readonly history: HistoryRepository,
    private readonly views: OrderViews,
    private readonly cursors: Cursors,
  ) {}

  /** A page of one environment, newest first. */
  async list(scope: Scope, query: OrderQuery): Promise<OrderPage> {
    const { limit, after, environment: asked, ...filter } = query;
    const environment = environmentOf(scope, asked);
    const key = after === undefined ? undefined : this.keyOf(scope, after);
    return this.work.read(scope, async (tx) => {
      const rows = await this.orders.page(tx, { ...filter, environment }, limit, key);
      const { page, last } = cutPage(rows, limit);
      const items = await this.views.listed(tx, page);
      return { items, next: last ? this.cursorOf(scope, last) : null };
    });
  }

  /** Everything about one order. Throws a 404 problem when it is not in the scope. */
  get(scope: Scope, orderId: Id): Promise<OrderDetail> {
    return this.work.read(scope, async (tx) => {
      const order = await this.orders.find(tx, orderId);
      if (!order) throw Problem.notFound('order');
      return detailToWire({
        ...{ order, placed: await this.views.placed(tx, order) },
        announcements: await this.announcements.ofOrder(tx, orderId),
        transactions: await this.orders.transactions(tx, orderId),
        cases: await this.history.cases(tx, orderId),
        timeline: await this.history.timeline(tx, orderId),
      });
    });
  }

  /** Orders that bear this id: ours, the bank's of an announcement, or the bank's of a transaction. */
  bearing(scope: Scope, environment: Environment, id: Id): Promise<ListedOrder[]> {
    return this.work.read(scope, async (tx) => {
      const ids = await this.orders.idsBearing(tx, id);
      const rows = await this.orders.findSome(tx, ids);
      const here = rows.filter((row) => row.environment === environment);
      return this.views.listed(tx, here);
    });
  }

  /** Where an order was made, and the pages of results it stands in. A 404 problem outside the scope. */
  pagesOf(scope: Scope, orderId: Id): Promise<OrderPages> {
    return this.work.read(scope, async (tx) => {
      const order = await this.orders.find(tx, orderId);
      if (!order) throw Problem.notFound('order');
      const { merchantId, webshopId, environment } = order;
      const pageIds = await this.orders.pageIds(tx, order);
      return { merchantId, place: { webshopId, environment }, pageIds };
    });
  }

  private keyOf({ agencyId }: Scope, after: string): OrderKey {
    const [createdAt, id] = this.cursors.read(list, agencyId, after);
    return { createdAt: createdAt!, id: id! };
  }

  private cursorOf({ agencyId }: Scope, { createdAt, id }: OrderEntity): string {
    return this.cursors.write(list, agencyId, [createdAt.toISOString(), id]);
  }
}

/** An API key sees its own environment; people see production unless they say otherwise. */
export function environmentOf(scope: Scope, asked: Environment | undefined): Environment {
  const own = scope.place?.environment;
  if (own && asked && asked !== own) {
    throw Problem.unprocessable(
      'environment',
      `This API key belongs to the ${own}.`,
      'Leave `environment` out, or use a key of the other environment.',
      'environment',
    );
  }
  return own ?? asked ?? 'production';
}
