import { Injectable } from '@nestjs/common';
import type { RotationQuery } from '@toonbank/keys/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { KeyRotationEntity } from './key-rotation.entity';

/** The only file that may name the `key_rotation` table. */
@Injectable()
export class RotationsRepository {
  find(tx: Tx, id: Id): Promise<KeyRotationEntity | null> {
    return tx.from(KeyRotationEntity, 'r').andWhere('r.id = :id', { id }).getOne();
  }

  /** Those of a few ids. */
  byIds(tx: Tx, ids: readonly Id[]): Promise<KeyRotationEntity[]> {
    return tx.from(KeyRotationEntity, 'r').andWhere('r.id = any(:ids)', { ids }).getMany();
  }

  /** Which of these pairs went because their renewal was broken off. */
  async abandoned(tx: Tx, freshIds: readonly Id[]): Promise<ReadonlySet<Id>> {
    if (freshIds.length === 0) return new Set();
    const rows = await tx
      .from(KeyRotationEntity, 'r')
      .andWhere(`r.freshId = any(:freshIds) and r.state = 'abandoned'`, { freshIds })
      .getMany();
    return new Set(rows.map(({ freshId }) => freshId));
  }

  /** The one that has not ended. */
  open(tx: Tx, { webshopId, environment }: WebshopPlace): Promise<KeyRotationEntity | null> {
    return tx
      .from(KeyRotationEntity, 'r')
      .andWhere('r.webshopId = :webshopId', { webshopId })
      .andWhere('r.environment = :environment and r.endedAt is null', { environment })
      .getOne();
  }

  /** Those of a few webshops that have not ended, in both environments. */
  openOf(tx: Tx, webshopIds: readonly Id[]): Promise<KeyRotationEntity[]> {
    if (webshopIds.length === 0) return Promise.resolve([]);
    return tx
      .from(KeyRotationEntity, 'r')
      .andWhere('r.webshopId in (:...webshopIds) and r.endedAt is null', { webshopIds })
      .getMany();
  }

  /** Newest first, one row more than the limit; `after` is the last of the page before. */
  page(tx: Tx, query: RotationQuery, after: readonly string[]): Promise<KeyRotationEntity[]> {
    const environment = query.environment ?? 'production';
    const select = tx
      .from(KeyRotationEntity, 'r')
      .andWhere('r.environment = :environment', { environment });
    const { webshopId, limit } = query;
    if (webshopId) select.andWhere('r.webshopId = :webshopId', { webshopId });
    const [id] = after;
    if (id) select.andWhere('r.id < :id', { id });
    return select
      .orderBy('r.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  insert(tx: Tx, row: KeyRotationEntity): Promise<void> {
    return tx.insert(KeyRotationEntity, row);
  }

  async update(tx: Tx, id: Id, change: Partial<KeyRotationEntity>): Promise<void> {
    await tx.update(KeyRotationEntity).set(change).andWhere('id = :id', { id }).execute();
  }
}
