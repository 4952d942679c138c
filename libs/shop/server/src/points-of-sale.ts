import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import { type Id, newId, type PageQuery } from '@toonbank/primitives';
import type {
  ChangePointOfSale,
  CreatePointOfSale,
  PointOfSale,
  PointOfSalePage,
} from '@toonbank/shop/contract';
import type { PointOfSaleEntity } from './point-of-sale.entity';
import type { ShopEntity } from './shop.entity';
import { ShopsRepository } from './shops.repository';

const list = 'points-of-sale';

/**
 * The online counters of shops. Each method opens its own `Work`; a stranger's shop is a 404
 * problem.
 */
@Injectable()
export class PointsOfSale {
  constructor(
    private readonly work: Work,
    private readonly shops: ShopsRepository,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async create(scope: Scope, shopId: Id, { name }: CreatePointOfSale): Promise<PointOfSale> {
    return this.work.run(scope, async (tx) => {
      const { merchantId } = await this.shop(tx, shopId);
      const moment = { createdAt: this.clock.now() };
      const row = { agencyId: scope.agencyId, id: newId(), merchantId, shopId, name, ...moment };
      await this.shops.insertPointOfSale(tx, row);
      const subject = { kind: 'point-of-sale', id: row.id };
      await this.audit.record(tx, { act: 'point-of-sale.created', merchantId, subject });
      return toWire(row);
    });
  }

  async page(scope: Scope, shopId: Id, query: PageQuery): Promise<PointOfSalePage> {
    const { agencyId } = scope;
    const { limit } = query;
    const [after] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const rows = await this.work.read(scope, async (tx) => {
      await this.shop(tx, shopId);
      return this.shops.pointsOfSale(tx, { shopId, after, limit });
    });
    const { page, last } = cutPage(rows, limit);
    return {
      items: page.map(toWire),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
  }

  /** The new name is what shoppers read on their bank statement (S39); at the bank it is set apart. */
  change(scope: Scope, id: Id, { name }: ChangePointOfSale): Promise<PointOfSale> {
    return this.work.run(scope, async (tx) => {
      const row = await this.shops.findPointOfSale(tx, id);
      if (!row) throw Problem.notFound('point of sale');
      if (row.name === name) return toWire(row);
      await this.shops.renamePointOfSale(tx, id, name);
      await this.audit.record(tx, {
        ...{ act: 'point-of-sale.renamed', merchantId: row.merchantId },
        subject: { kind: 'point-of-sale', id },
        detail: { from: row.name, to: name },
      });
      return toWire({ ...row, name });
    });
  }

  private async shop(tx: Tx, id: Id): Promise<ShopEntity> {
    const row = await this.shops.findShop(tx, id);
    if (!row) throw Problem.notFound('shop');
    return row;
  }
}

function toWire({ id, merchantId, shopId, name, createdAt }: PointOfSaleEntity): PointOfSale {
  return { id, merchantId, shopId, name, createdAt: createdAt.toISOString() };
}
