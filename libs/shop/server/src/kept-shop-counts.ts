import { Injectable } from '@nestjs/common';
import { ShopCounts } from '@toonbank/merchant/server';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { ShopsRepository } from './shops.repository';
import { WebshopsRepository } from './webshops.repository';

/** Tells the merchants below how many shops and webshops they have. */
@Injectable()
export class KeptShopCounts extends ShopCounts {
  constructor(
    private readonly shops: ShopsRepository,
    private readonly webshops: WebshopsRepository,
  ) {
    super();
  }

  override async of(tx: Tx, merchantIds: readonly Id[]) {
    const shops = await this.shops.countPerMerchant(tx, merchantIds);
    const webshops = await this.webshops.countPer(tx, 'merchantId', merchantIds);
    return new Map(
      merchantIds.map((id) => [id, { shops: shops.get(id) ?? 0, webshops: webshops.get(id) ?? 0 }]),
    );
  }
}
