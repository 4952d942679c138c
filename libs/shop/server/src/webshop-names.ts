import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { ShopsRepository } from './shops.repository';
import { WebshopsRepository } from './webshops.repository';

/** A webshop with where it stands, as it is called on paper. */
export interface NamedWebshop {
  readonly id: Id;
  readonly host: string;
  readonly shopId: Id;
  readonly shopName: string;
  readonly merchantId: Id;
}

/** A shop as it is called on paper. */
export interface NamedShop {
  readonly id: Id;
  readonly name: string;
  readonly merchantId: Id;
}

/** How everything in a scope is called, for who writes long lists: hundreds of names, read once. */
@Injectable()
export class WebshopNames {
  constructor(
    private readonly shops: ShopsRepository,
    private readonly webshops: WebshopsRepository,
  ) {}

  /** In the caller's transaction. */
  async ofShops(tx: Tx): Promise<NamedShop[]> {
    const shops = await this.shops.allShops(tx);
    return shops.map(({ id, name, merchantId }) => ({ id, name, merchantId }));
  }

  /** In the caller's transaction; webshops that have ended included. */
  async all(tx: Tx): Promise<NamedWebshop[]> {
    const shops = await this.shops.allShops(tx);
    const names = new Map(shops.map(({ id, name }) => [id, name]));
    const counters = await this.shops.allPointsOfSale(tx);
    const shopOf = new Map(counters.map(({ id, shopId }) => [id, shopId]));
    return (await this.webshops.all(tx)).map(({ id, url, merchantId, pointOfSaleId }) => {
      const shopId = shopOf.get(pointOfSaleId)!;
      const shopName = names.get(shopId)!;
      return { id, host: new URL(url).host, shopId, shopName, merchantId };
    });
  }
}
