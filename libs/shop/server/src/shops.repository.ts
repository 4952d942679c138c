import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { PointOfSaleEntity } from './point-of-sale.entity';
import { ShopEntity } from './shop.entity';

/** Which rows a page wants: behind the last of the page before, one more than the limit. */
interface Wanted {
  readonly after?: Id;
  readonly limit: number;
}

/** The only file that may name the tables `shop` and `point_of_sale`. */
@Injectable()
export class ShopsRepository {
  insertShop(tx: Tx, shop: ShopEntity): Promise<void> {
    return tx.insert(ShopEntity, shop);
  }

  findShop(tx: Tx, id: Id): Promise<ShopEntity | null> {
    return tx.from(ShopEntity, 's').andWhere('s.id = :id', { id }).getOne();
  }

  shops(tx: Tx, { merchantId, after, limit }: Wanted & { merchantId?: Id }): Promise<ShopEntity[]> {
    const query = tx.from(ShopEntity, 's');
    if (merchantId) query.andWhere('s.merchantId = :merchantId', { merchantId });
    if (after) query.andWhere('s.id > :after', { after });
    return query
      .orderBy('s.id')
      .limit(limit + 1)
      .getMany();
  }

  allShops(tx: Tx): Promise<ShopEntity[]> {
    return tx.from(ShopEntity, 's').getMany();
  }

  allPointsOfSale(tx: Tx): Promise<PointOfSaleEntity[]> {
    return tx.from(PointOfSaleEntity, 'p').getMany();
  }

  async names(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    const rows = await tx.from(ShopEntity, 's').andWhere('s.id = any(:ids)', { ids }).getMany();
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async renameShop(tx: Tx, id: Id, name: string): Promise<void> {
    await tx.update(ShopEntity).set({ name }).andWhere('id = :id', { id }).execute();
  }

  async renamePointOfSale(tx: Tx, id: Id, name: string): Promise<void> {
    await tx.update(PointOfSaleEntity).set({ name }).andWhere('id = :id', { id }).execute();
  }

  /** Merchants without shops are left out. */
  async countPerMerchant(tx: Tx, merchantIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    const rows = await tx
      .from(ShopEntity, 's')
      .andWhere('s.merchantId = any(:merchantIds)', { merchantIds })
      .select('s.merchantId', 'of')
      .addSelect('count(*)::int', 'shops')
      .groupBy('s.merchantId')
      .getRawMany<{ of: Id; shops: number }>();
    return new Map(rows.map(({ of, shops }) => [of, shops]));
  }

  /** Of several shops at once. */
  pointsOfSaleOf(tx: Tx, shopIds: readonly Id[]): Promise<PointOfSaleEntity[]> {
    return tx
      .from(PointOfSaleEntity, 'p')
      .andWhere('p.shopId = any(:shopIds)', { shopIds })
      .getMany();
  }

  insertPointOfSale(tx: Tx, pointOfSale: PointOfSaleEntity): Promise<void> {
    return tx.insert(PointOfSaleEntity, pointOfSale);
  }

  findPointOfSale(tx: Tx, id: Id): Promise<PointOfSaleEntity | null> {
    return tx.from(PointOfSaleEntity, 'p').andWhere('p.id = :id', { id }).getOne();
  }

  pointsOfSale(
    tx: Tx,
    { shopId, after, limit }: Wanted & { shopId: Id },
  ): Promise<PointOfSaleEntity[]> {
    const query = tx.from(PointOfSaleEntity, 'p').andWhere('p.shopId = :shopId', { shopId });
    if (after) query.andWhere('p.id > :after', { after });
    return query
      .orderBy('p.id')
      .limit(limit + 1)
      .getMany();
  }
}
