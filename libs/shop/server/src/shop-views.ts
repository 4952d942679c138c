import { Injectable } from '@nestjs/common';
import { Merchants } from '@toonbank/merchant/server';
import type { Tx } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { ListedShop, ShopDetail } from '@toonbank/shop/contract';
import type { ShopEntity } from './shop.entity';
import { shopToWire } from './shop-wire';
import { ShopsRepository } from './shops.repository';
import { WebshopsRepository } from './webshops.repository';

/** Shops as they are told, with what is around and below them; in the caller's transaction. */
@Injectable()
export class ShopViews {
  constructor(
    private readonly shops: ShopsRepository,
    private readonly webshops: WebshopsRepository,
    private readonly merchants: Merchants,
  ) {}

  /** Throws a 404 problem when the merchant is not inside the scope. */
  async demandMerchant(tx: Tx, merchantId: Id): Promise<string> {
    const name = (await this.merchants.names(tx, [merchantId])).get(merchantId);
    if (name === undefined) throw Problem.notFound('merchant');
    return name;
  }

  async detail(tx: Tx, row: ShopEntity): Promise<ShopDetail> {
    return { ...shopToWire(row), merchantName: await this.demandMerchant(tx, row.merchantId) };
  }

  /** Two queries, however many shops. */
  async listed(tx: Tx, rows: readonly ShopEntity[]): Promise<ListedShop[]> {
    const shopIds = rows.map(({ id }) => id);
    const counters = await this.shops.pointsOfSaleOf(tx, shopIds);
    const counterIds = counters.map(({ id }) => id);
    const webshops = await this.webshops.countPer(tx, 'pointOfSaleId', counterIds);
    return rows.map((row) => {
      const own = counters.filter(({ shopId }) => shopId === row.id);
      const webshopCount = own.reduce((sum, { id }) => sum + (webshops.get(id) ?? 0), 0);
      return { ...shopToWire(row), pointOfSaleCount: own.length, webshopCount };
    });
  }
}
