import { Injectable } from '@nestjs/common';
import { Door, type Tx, type WebshopPlace } from '@toonbank/platform/db';
import type { Id, PageQuery } from '@toonbank/primitives';
import { ApiKeyEntity } from './api-key.entity';

/** Where an API key leads. */
export interface ApiKeyRoute extends WebshopPlace {
  readonly agencyId: Id;
  readonly merchantId: Id;
  readonly apiKeyId: Id;
}

/** The only file that may name the tables `api_key` and `api_key_route`. */
@Injectable()
export class ApiKeysRepository {
  constructor(private readonly door: Door) {}

  /** Before the tenant is known. A revoked key has no route. */
  async route(keyHash: Buffer): Promise<ApiKeyRoute | undefined> {
    const [route] = await this.door.rows<ApiKeyRoute>(
      `select agency_id as "agencyId", merchant_id as "merchantId", webshop_id as "webshopId",
         environment, api_key_id as "apiKeyId"
       from api_key_route where key_hash = $1`,
      [keyHash],
    );
    return route;
  }

  async insert(tx: Tx, row: ApiKeyEntity, keyHash: Buffer): Promise<void> {
    await tx.insert(ApiKeyEntity, row);
    await tx.sql(
      `insert into api_key_route
         (key_hash, agency_id, merchant_id, webshop_id, environment, api_key_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [keyHash, row.agencyId, row.merchantId, row.webshopId, row.environment, row.id],
    );
  }

  find(tx: Tx, id: Id): Promise<ApiKeyEntity | null> {
    return tx.from(ApiKeyEntity, 'k').andWhere('k.id = :id', { id }).getOne();
  }

  /** Newest first, one row more than the limit. */
  page(
    tx: Tx,
    { webshopId, environment, limit }: WebshopPlace & PageQuery,
    before?: Id,
  ): Promise<ApiKeyEntity[]> {
    const query = tx
      .from(ApiKeyEntity, 'k')
      .andWhere('k.webshopId = :webshopId', { webshopId })
      .andWhere('k.environment = :environment', { environment });
    if (before) query.andWhere('k.id < :before', { before });
    return query
      .orderBy('k.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  /** The key opens nothing from COMMIT on. False when it was revoked before. */
  async revoke(tx: Tx, id: Id, at: Date): Promise<boolean> {
    const { affected } = await tx
      .update(ApiKeyEntity)
      .set({ revokedAt: at })
      .andWhere('id = :id and revoked_at is null', { id })
      .execute();
    await tx.sql('delete from api_key_route where agency_id = $1 and api_key_id = $2', [
      tx.scope.agencyId,
      id,
    ]);
    return affected === 1;
  }

  async markUsed(tx: Tx, id: Id, at: Date): Promise<void> {
    await tx.update(ApiKeyEntity).set({ lastUsedAt: at }).andWhere('id = :id', { id }).execute();
  }
}
