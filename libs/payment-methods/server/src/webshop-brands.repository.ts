import { Injectable } from '@nestjs/common';
import type { BrandStatus } from '@toonbank/bank-client/server';
import type { Wish } from '@toonbank/payment-methods/contract';
import type { Tx, WebshopPlace, WebshopScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { BrandsCheckEntity } from './brands-check.entity';
import { WebshopBrandEntity } from './webshop-brand.entity';

/** A place with the merchant whose it is. */
export interface OwnedPlace extends WebshopPlace {
  readonly merchantId: Id;
}

/** What somebody wants of a brand. */
export interface WishFor {
  readonly brand: string;
  readonly wish: Wish | null;
  readonly at: Date;
  readonly by: Id | null;
}

/** The only file that may name `webshop_brand` and `brands_check` (due ones are read by the sweep). */
@Injectable()
export class WebshopBrandsRepository {
  brands(tx: Tx, { webshopId, environment }: WebshopPlace): Promise<WebshopBrandEntity[]> {
    return this.ofBrand(tx, { webshopId, environment }).orderBy('b.brand').getMany();
  }

  check(tx: Tx, place: WebshopPlace): Promise<BrandsCheckEntity | null> {
    return this.ofPlace(tx, place).getOne();
  }

  /** Two that look at the same webshop wait for each other. */
  lockCheck(tx: Tx, place: WebshopPlace): Promise<BrandsCheckEntity | null> {
    return this.ofPlace(tx, place).setLock('pessimistic_write').getOne();
  }

  /** Begins to look, at once; one that has begun stays as it is. */
  async beginCheck(tx: Tx, place: OwnedPlace, at: Date): Promise<void> {
    await tx.sql(
      `insert into brands_check
         (agency_id, merchant_id, webshop_id, environment, next_at, tries)
       values ($1, $2, $3, $4, $5, 0) on conflict do nothing`,
      [tx.scope.agencyId, place.merchantId, place.webshopId, place.environment, at],
    );
  }

  async updateCheck(
    tx: Tx,
    { webshopId, environment }: WebshopPlace,
    change: Partial<BrandsCheckEntity>,
  ): Promise<void> {
    await tx
      .update(BrandsCheckEntity)
      .set(change)
      .andWhere('webshop_id = :webshopId', { webshopId })
      .andWhere('environment = :environment', { environment })
      .execute();
  }

  /** A row to wish on; one that is there stays as it is. */
  async beginWish(tx: Tx, place: OwnedPlace & { readonly brand: string }): Promise<void> {
    await tx.sql(
      `insert into webshop_brand (agency_id, merchant_id, webshop_id, environment, brand)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [
        ...[tx.scope.agencyId, place.merchantId, place.webshopId],
        ...[place.environment, place.brand],
      ],
    );
  }

  /** The row of a brand that was begun with; two who wish at once wait for each other. */
  async lock(tx: Tx, place: WebshopPlace, brand: string): Promise<WebshopBrandEntity> {
    return this.ofBrand(tx, place)
      .andWhere('b.brand = :brand', { brand })
      .setLock('pessimistic_write')
      .getOneOrFail();
  }

  async setWish(tx: Tx, place: WebshopPlace, { brand, wish, at, by }: WishFor): Promise<void> {
    const { webshopId, environment } = place;
    const told = wish === null ? { wishAt: null, wishBy: null } : { wishAt: at, wishBy: by };
    await tx
      .update(WebshopBrandEntity)
      .set({ wish, ...told })
      .andWhere('webshop_id = :webshopId', { webshopId })
      .andWhere('environment = :environment and brand = :brand', { environment, brand })
      .execute();
  }

  /**
   * Writes down what the bank told, in one statement and in order of key. A word that was there already
   * keeps its moment; a brand that the bank does not name any more has no word.
   */
  async told({ tx, scope, at }: Looked, told: readonly BrandStatus[]): Promise<void> {
    const { merchantId, place } = scope;
    const brands = told.toSorted((a, b) => (a.brand < b.brand ? -1 : 1));
    await tx.sql(
      `insert into webshop_brand as b
         (agency_id, merchant_id, webshop_id, environment, brand, actual, actual_at)
       select $1, $2, $3, $4, t.brand, t.word, $5
       from unnest($6::text[], $7::text[]) as t(brand, word) order by t.brand
       on conflict (agency_id, webshop_id, environment, brand) do update
         set actual = excluded.actual, actual_at = excluded.actual_at
         where b.actual is distinct from excluded.actual`,
      [
        ...[tx.scope.agencyId, merchantId, place.webshopId, place.environment, at],
        ...[brands.map(({ brand }) => brand), brands.map(({ status }) => status)],
      ],
    );
    await tx.sql(
      `update webshop_brand set actual = null, actual_at = $4
       where agency_id = $1 and webshop_id = $2 and environment = $3
         and actual is not null and brand <> all($5::text[])`,
      [
        ...[tx.scope.agencyId, place.webshopId, place.environment, at],
        brands.map(({ brand }) => brand),
      ],
    );
  }

  private ofBrand(tx: Tx, { webshopId, environment }: WebshopPlace) {
    return tx
      .from(WebshopBrandEntity, 'b')
      .andWhere('b.webshopId = :webshopId', { webshopId })
      .andWhere('b.environment = :environment', { environment });
  }

  private ofPlace(tx: Tx, { webshopId, environment }: WebshopPlace) {
    return tx
      .from(BrandsCheckEntity, 'k')
      .andWhere('k.webshopId = :webshopId', { webshopId })
      .andWhere('k.environment = :environment', { environment });
  }
}

/** A look at a webshop, and when it was. */
interface Looked {
  readonly tx: Tx;
  readonly scope: WebshopScope;
  readonly at: Date;
}
