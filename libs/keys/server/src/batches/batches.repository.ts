import { Injectable } from '@nestjs/common';
import type { RotationBatchQuery } from '@toonbank/keys/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import { RotationBatchEntity, RotationBatchItemEntity } from './rotation-batch.entity';

/** What changes of one webshop of a batch. */
export type ItemChange = Partial<
  Pick<RotationBatchItemEntity, 'rotationId' | 'trouble' | 'tries' | 'nextAt'>
>;

interface ItemKey {
  readonly batchId: Id;
  readonly webshopId: Id;
  /** Where it is said: only while this is still the renewal of the webshop here. */
  readonly rotationId?: Id;
}

/** The only file that may name the tables of batches. */
@Injectable()
export class BatchesRepository {
  find(tx: Tx, id: Id): Promise<RotationBatchEntity | null> {
    return tx.from(RotationBatchEntity, 'b').andWhere('b.id = :id', { id }).getOne();
  }

  /** Held until the transaction ends. */
  lock(tx: Tx, id: Id): Promise<RotationBatchEntity | null> {
    return tx
      .from(RotationBatchEntity, 'b')
      .andWhere('b.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** One who plans at a time, until the end of the transaction: before the first plan there is no row. */
  async queue(tx: Tx): Promise<void> {
    const place = `key-rotation-batches ${tx.scope.agencyId}`;
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [place]);
  }

  /** Those that nobody has started, newest first. */
  planned(tx: Tx, environment: Environment): Promise<RotationBatchEntity[]> {
    return tx
      .from(RotationBatchEntity, 'b')
      .andWhere('b.environment = :environment', { environment })
      .andWhere(`b.state = 'planned'`)
      .orderBy('b.id', 'DESC')
      .getMany();
  }

  /** Newest first, one row more than the limit; `after` is the last of the page before. */
  page(
    tx: Tx,
    { environment = 'production', limit }: RotationBatchQuery,
    after: readonly string[],
  ): Promise<RotationBatchEntity[]> {
    const select = tx
      .from(RotationBatchEntity, 'b')
      .andWhere('b.environment = :environment', { environment });
    const [id] = after;
    if (id) select.andWhere('b.id < :id', { id });
    return select
      .orderBy('b.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  /** In the order in which they were chosen: their keys that expire first come first. */
  items(tx: Tx, batchIds: readonly Id[]): Promise<RotationBatchItemEntity[]> {
    if (batchIds.length === 0) return Promise.resolve([]);
    return tx
      .from(RotationBatchItemEntity, 'i')
      .andWhere('i.batchId in (:...batchIds)', { batchIds })
      .orderBy('i.expiresAt', 'ASC', 'NULLS LAST')
      .addOrderBy('i.webshopId')
      .getMany();
  }

  async insert(
    tx: Tx,
    batch: RotationBatchEntity,
    items: readonly RotationBatchItemEntity[],
  ): Promise<void> {
    await tx.insert(RotationBatchEntity, batch);
    await tx.insert(RotationBatchItemEntity, [...items]);
  }

  async update(tx: Tx, id: Id, change: Partial<RotationBatchEntity>): Promise<void> {
    await tx.update(RotationBatchEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  async updateItem(
    tx: Tx,
    { batchId, webshopId, rotationId }: ItemKey,
    change: ItemChange,
  ): Promise<void> {
    const update = tx
      .update(RotationBatchItemEntity)
      .set(change)
      .andWhere('batch_id = :batchId and webshop_id = :webshopId', { batchId, webshopId });
    if (rotationId) update.andWhere('rotation_id = :rotationId', { rotationId });
    await update.execute();
  }

  /** Of webshops whose bank did not answer the silence is forgotten: their step is due again. */
  async askAgain(tx: Tx, batchId: Id): Promise<void> {
    await tx
      .update(RotationBatchItemEntity)
      .set({ trouble: null, tries: 0, nextAt: null })
      .andWhere(`batch_id = :batchId and trouble = 'bank-no-answer'`, { batchId })
      .execute();
  }
}
