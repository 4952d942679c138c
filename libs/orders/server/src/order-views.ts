import { Injectable } from '@nestjs/common';
import { Merchants } from '@toonbank/merchant/server';
import type { ListedOrder, OrderDetail } from '@toonbank/orders/contract';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { OrderEntity } from './order.entity';
import { orderToWire } from './to-wire';

/** An order, and where it was made. */
export type PlacedOrder = ListedOrder & Pick<OrderDetail, 'pointOfSaleName' | 'poiId'>;

/** Orders as they are told in lists, with the names of where they were made; in the caller's transaction. */
@Injectable()
export class OrderViews {
  constructor(
    private readonly webshops: Webshops,
    private readonly merchants: Merchants,
  ) {}

  /** One order with the names and the number of where it was made. */
  async placed(tx: Tx, row: OrderEntity): Promise<PlacedOrder> {
    const { host, merchantName, pointOfSaleName, environments } = await this.webshops.describe(
      tx,
      row.webshopId,
    );
    const here = environments.find(({ environment }) => environment === row.environment);
    const poiId = here?.poiId ?? null;
    return { ...orderToWire(row), host, merchantName, pointOfSaleName, poiId };
  }

  /** Two queries, however many orders. */
  async listed(tx: Tx, rows: readonly OrderEntity[]): Promise<ListedOrder[]> {
    const unique = (ids: readonly string[]) => [...new Set(ids)];
    const hosts = await this.webshops.hosts(tx, unique(rows.map(({ webshopId }) => webshopId)));
    const merchantIds = unique(rows.map(({ merchantId }) => merchantId));
    const merchants = await this.merchants.names(tx, merchantIds);
    return rows.map((row) => ({
      ...orderToWire(row),
      host: hosts.get(row.webshopId) ?? '',
      merchantName: merchants.get(row.merchantId) ?? '',
    }));
  }
}
