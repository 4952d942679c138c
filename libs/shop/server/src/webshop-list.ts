import { Injectable } from '@nestjs/common';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import type { WebshopPage, WebshopQuery } from '@toonbank/shop/contract';
import { webshopToWire } from './webshop-wire';
import { WebshopsRepository } from './webshops.repository';

const list = 'webshops';

/** The webshops of a scope, page by page. */
@Injectable()
export class WebshopList {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly cursors: Cursors,
  ) {}

  async page(scope: Scope, query: WebshopQuery): Promise<WebshopPage> {
    const { agencyId } = scope;
    const [after] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const rows = await this.work.read(scope, (tx) => this.webshops.page(tx, query, after));
    const { page, last } = cutPage(rows, query.limit);
    return {
      items: page.map(webshopToWire),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
  }
}
