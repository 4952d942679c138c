import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { KeyRotationEntity } from '../rotation/key-rotation.entity';
import { RotationsRepository } from '../rotation/rotations.repository';
import type { ItemFacts } from './batch-state';
import { BatchesRepository } from './batches.repository';
import type { RotationBatchItemEntity } from './rotation-batch.entity';

/** One webshop of a batch, with its renewal as that is now. */
export interface BatchItem {
  readonly row: RotationBatchItemEntity;
  readonly renewal: KeyRotationEntity | undefined;
  readonly facts: ItemFacts;
}

/** Reads the webshops of batches together with their renewals: two queries, however many there are. */
@Injectable()
export class BatchItems {
  constructor(
    private readonly batches: BatchesRepository,
    private readonly rotations: RotationsRepository,
  ) {}

  async of(tx: Tx, batchIds: readonly Id[]): Promise<BatchItem[]> {
    const rows = await this.batches.items(tx, batchIds);
    const ids = rows.map(({ rotationId }) => rotationId).filter((id) => id !== null);
    const renewals = new Map((await this.rotations.byIds(tx, ids)).map((one) => [one.id, one]));
    return rows.map((row) => {
      const renewal = row.rotationId ? renewals.get(row.rotationId) : undefined;
      const { barred, trouble, nextAt } = row;
      return { row, renewal, facts: { barred, trouble, nextAt, rotation: renewal?.state } };
    });
  }
}
