import { Injectable } from '@nestjs/common';
import type { WebshopQuery } from '@toonbank/shop/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { WebshopEnvironmentEntity } from './webshop-environment.entity';
import { WebshopEntity } from './webshop.entity';

/**
 * The only file that may name `webshop`, `webshop_environment` and `poi_route` (read at the door).
 */
@Injectable()
export class WebshopsRepository {
  async insert(
    tx: Tx,
    webshop: WebshopEntity,
    environments: WebshopEnvironmentEntity[],
  ): Promise<void> {
    await tx.insert(WebshopEntity, webshop);
    await tx.insert(WebshopEnvironmentEntity, environments);
  }

  find(tx: Tx, id: Id): Promise<WebshopEntity | null> {
    return this.within(tx).andWhere('w.id = :id', { id }).getOne();
  }

  /** Oldest first, one row more than the limit. */
  page(tx: Tx, { merchantId, limit }: WebshopQuery, after?: Id): Promise<WebshopEntity[]> {
    const query = this.within(tx);
    if (merchantId) query.andWhere('w.merchantId = :merchantId', { merchantId });
    if (after) query.andWhere('w.id > :after', { after });
    return query
      .orderBy('w.id')
      .limit(limit + 1)
      .getMany();
  }

  environments(tx: Tx, webshopId: Id): Promise<WebshopEnvironmentEntity[]> {
    return tx
      .from(WebshopEnvironmentEntity, 'e')
      .andWhere('e.webshopId = :webshopId', { webshopId })
      .orderBy('e.environment', 'DESC')
      .getMany();
  }

  async setPoi(tx: Tx, { webshopId, environment }: WebshopPlace, poiId: string | null) {
    const where = [tx.scope.agencyId, webshopId, environment];
    await tx
      .update(WebshopEnvironmentEntity)
      .set({ poiId })
      .andWhere('webshop_id = :webshopId and environment = :environment', {
        webshopId,
        environment,
      })
      .execute();
    await tx.sql(
      'delete from poi_route where agency_id = $1 and webshop_id = $2 and environment = $3',
      where,
    );
    if (poiId === null) return;
    await tx.sql(
      'insert into poi_route (agency_id, webshop_id, environment, poi_id) values ($1, $2, $3, $4)',
      [...where, poiId],
    );
  }

  /** The table has no `webshop_id`: an API key's scope narrows on the row's own id. */
  private within(tx: Tx) {
    const { place } = tx.scope;
    const query = tx.from(WebshopEntity, 'w');
    return place ? query.andWhere('w.id = :placeId', { placeId: place.webshopId }) : query;
  }
}
