import { Injectable } from '@nestjs/common';
import type { KeyRotation } from '@toonbank/keys/contract';
import type { Tx } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import type { KeyVersionEntity } from '../key-version.entity';
import type { KeyRotationEntity } from './key-rotation.entity';
import { RotationRecords } from './rotation-records';
import { RotationViews } from './rotation-views';

/** Writes down that a renewal began, and tells it. */
@Injectable()
export class RotationTelling {
  constructor(
    private readonly records: RotationRecords,
    private readonly views: RotationViews,
  ) {}

  async begun(tx: Tx, { old, fresh }: Pairs): Promise<KeyRotation> {
    const { agencyId, merchantId, webshopId, environment } = old;
    const row: KeyRotationEntity = {
      ...{ agencyId, merchantId, webshopId, environment, id: newId(), state: 'staged' },
      ...{ oldId: old.id, freshId: fresh.id, begunAt: fresh.createdAt },
      ...{ cutOverAt: null, endedAt: null },
    };
    await this.records.begun(tx, row, old);
    return this.views.one(tx, row);
  }
}

interface Pairs {
  readonly old: KeyVersionEntity;
  readonly fresh: KeyVersionEntity;
}
