import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { Merchants } from '@toonbank/merchant/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import type { CreateShop, Shop, ShopPage, ShopQuery } from '@toonbank/shop/contract';
import type { ShopEntity } from './shop.entity';
import { ShopsRepository } from './shops.repository';

const list = 'shops';

/** What the bank bills. Each method opens its own `Work`. */
@Injectable()
export class Shops {
  constructor(
    private readonly work: Work,
    private readonly shops: ShopsRepository,
    private readonly merchants: Merchants,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Throws a 404 problem when the merchant is not inside the scope. */
  async create(scope: Scope, merchantId: Id, { name }: CreateShop): Promise<Shop> {
    await this.merchants.get(scope, merchantId);
    const createdAt = this.clock.now();
    const row = { agencyId: scope.agencyId, id: newId(), merchantId, name, createdAt };
    await this.work.run(scope, async (tx) => {
      await this.shops.insertShop(tx, row);
      const subject = { kind: 'shop', id: row.id };
      await this.audit.record(tx, { act: 'shop.created', merchantId, subject });
    });
    return toWire(row);
  }

  async page(scope: Scope, query: ShopQuery): Promise<ShopPage> {
    const { agencyId } = scope;
    const [after] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const rows = await this.work.read(scope, (tx) => this.shops.shops(tx, { ...query, after }));
    const { page, last } = cutPage(rows, query.limit);
    return {
      items: page.map(toWire),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
  }
}

function toWire({ id, merchantId, name, createdAt }: ShopEntity): Shop {
  return { id, merchantId, name, createdAt: createdAt.toISOString() };
}
