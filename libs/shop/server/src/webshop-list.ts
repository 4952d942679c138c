import { Injectable } from '@nestjs/common';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import type { WebshopPage, WebshopQuery } from '@toonbank/shop/contract';
import { ShopsRepository } from './shops.repository';
import { WebshopViews } from './webshop-views';
import { WebshopsRepository } from './webshops.repository';

const list = 'webshops';

/** The webshops of a scope, page by page. */
@Injectable()
export class WebshopList {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly shops: ShopsRepository,
    private readonly views: WebshopViews,
    private readonly cursors: Cursors,
  ) {}

  async page(scope: Scope, query: WebshopQuery): Promise<WebshopPage> {
    const { agencyId } = scope;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const { shopId } = query;
    return this.work.read(scope, async (tx) => {
      const pointsOfSale = shopId ? await this.shops.pointsOfSaleOf(tx, [shopId]) : undefined;
      const inShop = pointsOfSale?.map(({ id }) => id);
      const rows = await this.webshops.page(tx, { ...query, inShop }, after);
      const { page, last } = cutPage(rows, query.limit);
      return {
        items: await this.views.listed(tx, page),
        next: last ? this.cursors.write(list, agencyId, [last.url, last.id]) : null,
      };
    });
  }
}
