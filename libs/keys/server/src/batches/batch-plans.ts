import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { mostInBatch, type PlanRotationBatch, type RotationBatch } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { type Standing, WebshopEndings } from '@toonbank/shop/server';
import { KeysRepository } from '../keys.repository';
import type { KeyVersionEntity } from '../key-version.entity';
import type { KeyRotationEntity } from '../rotation/key-rotation.entity';
import { RotationsRepository } from '../rotation/rotations.repository';
import { batchProblems } from './batch-problems';
import { BatchRecords } from './batch-records';
import type { RotationBatchEntity, RotationBatchItemEntity } from './rotation-batch.entity';

/** Plans the renewal of many webshops' keys: which can be renewed, and which can not and why. */
@Injectable()
export class BatchPlans {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly rotations: RotationsRepository,
    private readonly endings: WebshopEndings,
    private readonly records: BatchRecords,
    private readonly clock: Clock,
  ) {}

  /** Changes no keys. A renewal that is under way already is taken along. */
  async plan(scope: Scope, asked: PlanRotationBatch): Promise<RotationBatch> {
    const planned = await this.work.run(scope, async (tx) => {
      const { environment } = asked;
      const webshopIds = await this.chosen(tx, asked);
      const standing = await this.endings.standing(tx, webshopIds);
      if (webshopIds.some((id) => !standing.has(id))) throw Problem.notFound('webshop');
      const active = await this.keys.activeOf(tx, webshopIds, environment);
      const open = await this.rotations.openOf(tx, webshopIds);
      const batch: RotationBatchEntity = {
        ...{ agencyId: scope.agencyId, id: newId(), environment, state: 'planned' },
        ...{ retires: false, plannedAt: this.clock.now(), plannedBy: personOf(tx) },
        ...{ startedAt: null, endedAt: null, dueAt: null },
      };
      const items = webshopIds.map((webshopId) => {
        const isHere = (one: KeyVersionEntity | KeyRotationEntity) =>
          one.webshopId === webshopId && one.environment === environment;
        const found = { standing: standing.get(webshopId)! };
        const inUse = active.find(isHere);
        return itemOf(batch, webshopId, { ...found, inUse, renewal: open.find(isHere) });
      });
      const told = await this.records.planned(tx, batch, items);
      failpoint('batch-plan.put');
      return told;
    });
    failpoint('batch-plan.done');
    return planned;
  }

  private async chosen(tx: Tx, asked: PlanRotationBatch): Promise<readonly Id[]> {
    const { webshopIds, expires, environment, merchantId } = asked;
    if (webshopIds) return [...new Set(webshopIds)];
    const query = { environment, limit: mostInBatch, expires, merchantId };
    const rows = await this.keys.page(tx, query, { after: [], now: this.clock.now() });
    if (rows.length === 0) throw batchProblems.nothing();
    if (rows.length > mostInBatch) throw batchProblems.tooMany(mostInBatch);
    return rows.map(({ webshopId }) => webshopId);
  }
}

interface Found {
  readonly standing: Standing;
  readonly inUse: KeyVersionEntity | undefined;
  readonly renewal: KeyRotationEntity | undefined;
}

function itemOf(
  { agencyId, id: batchId }: RotationBatchEntity,
  webshopId: Id,
  { standing: { merchantId, works }, inUse, renewal }: Found,
): RotationBatchItemEntity {
  const barred = works ? (inUse ? null : 'rotation-without-keys') : 'webshop-ended';
  return {
    ...{ agencyId, batchId, webshopId, merchantId, barred },
    ...{ version: inUse?.version ?? null, expiresAt: inUse?.expiresAt ?? null },
    ...{ rotationId: barred ? null : (renewal?.id ?? null), trouble: null, tries: 0, nextAt: null },
  };
}
