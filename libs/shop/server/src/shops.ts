import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import type {
  ChangeShop,
  CreateShop,
  Shop,
  ShopDetail,
  ShopPage,
  ShopQuery,
} from '@toonbank/shop/contract';
import { ShopViews } from './shop-views';
import type { ShopEntity } from './shop.entity';
import { shopToWire } from './shop-wire';
import { ShopsRepository } from './shops.repository';

const list = 'shops';

/** What the bank bills. Each method opens its own `Work`; a stranger's shop is a 404 problem. */
@Injectable()
export class Shops {
  constructor(
    private readonly work: Work,
    private readonly shops: ShopsRepository,
    private readonly views: ShopViews,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async create(scope: Scope, merchantId: Id, { name }: CreateShop): Promise<Shop> {
    const row = { agencyId: scope.agencyId, id: newId(), merchantId, name };
    const shop = { ...row, createdAt: this.clock.now() };
    await this.work.run(scope, async (tx) => {
      await this.views.demandMerchant(tx, merchantId);
      await this.shops.insertShop(tx, shop);
      const subject = { kind: 'shop', id: row.id };
      await this.audit.record(tx, { act: 'shop.created', merchantId, subject });
    });
    return shopToWire(shop);
  }

  get(scope: Scope, id: Id): Promise<ShopDetail> {
    return this.work.read(scope, async (tx) => this.views.detail(tx, await this.found(tx, id)));
  }

  change(scope: Scope, id: Id, { name }: ChangeShop): Promise<ShopDetail> {
    return this.work.run(scope, async (tx) => {
      const row = await this.found(tx, id);
      if (row.name !== name) {
        await this.shops.renameShop(tx, id, name);
        await this.audit.record(tx, {
          ...{ act: 'shop.renamed', merchantId: row.merchantId, subject: { kind: 'shop', id } },
          detail: { from: row.name, to: name },
        });
      }
      return this.views.detail(tx, { ...row, name });
    });
  }

  async page(scope: Scope, query: ShopQuery): Promise<ShopPage> {
    const { agencyId } = scope;
    const [after] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    return this.work.read(scope, async (tx) => {
      const rows = await this.shops.shops(tx, { ...query, after });
      const { page, last } = cutPage(rows, query.limit);
      return {
        items: await this.views.listed(tx, page),
        next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
      };
    });
  }

  /** How shops are called, in the caller's transaction; those outside the scope are left out. */
  names(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    return this.shops.names(tx, ids);
  }

  private async found(tx: Tx, id: Id): Promise<ShopEntity> {
    const row = await this.shops.findShop(tx, id);
    if (!row) throw Problem.notFound('shop');
    return row;
  }
}
