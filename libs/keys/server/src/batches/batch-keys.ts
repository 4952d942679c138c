import { Injectable } from '@nestjs/common';
import type { BatchFault, EnterBatchKeys, EnteredBatchKeys } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Environment, Id } from '@toonbank/primitives';
import { type BatchItem, BatchItems } from './batch-items';
import { batchProblems } from './batch-problems';
import { BatchRenewals } from './batch-renewals';
import { BatchesRepository } from './batches.repository';
import { RotationBatches } from './rotation-batches';

interface Entry {
  readonly batchId: Id;
  readonly environment: Environment;
  readonly item: BatchItem | undefined;
  readonly pasted: EnterBatchKeys['items'][number];
}

/** Takes in the new keys of the webshops of a batch. */
@Injectable()
export class BatchKeys {
  constructor(
    private readonly work: Work,
    private readonly batches: BatchesRepository,
    private readonly read: RotationBatches,
    private readonly items: BatchItems,
    private readonly renewals: BatchRenewals,
    private readonly clock: Clock,
  ) {}

  /**
   * Each webshop by itself: what is wrong with one does not keep the others. Keys that were not proven
   * yet are replaced. Safe to repeat.
   */
  async enter(scope: Scope, id: Id, { items }: EnterBatchKeys): Promise<EnteredBatchKeys> {
    const { environment, known } = await this.work.read(scope, async (tx) => {
      const row = await this.batches.find(tx, id);
      if (!row) throw Problem.notFound('batch of renewals');
      if (row.state === 'ended') throw batchProblems.ended();
      return { environment: row.environment, known: await this.items.of(tx, [id]) };
    });
    const faults: BatchFault[] = [];
    for (const pasted of items) {
      const item = known.find(({ row }) => row.webshopId === pasted.webshopId);
      const fault = await this.one(scope, { batchId: id, environment, item, pasted });
      if (fault) faults.push(fault);
    }
    return { batch: await this.read.get(scope, id), faults };
  }

  private async one(
    scope: Scope,
    { batchId, environment, item, pasted: { webshopId, ...pair } }: Entry,
  ): Promise<BatchFault | undefined> {
    try {
      if (!item || !isWaitedFor(item)) throw batchProblems.notInIt();
      const { merchantId } = item.row;
      const place = { webshopId, environment };
      const rotationId = await this.renewals.begin({ ...scope, merchantId, place }, pair);
      await this.link(scope, { batchId, webshopId, rotationId });
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return faultOf(webshopId, error);
      throw error;
    }
  }

  private link(scope: Scope, { batchId, webshopId, rotationId }: Link): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const batch = await this.batches.lock(tx, batchId);
      const change = { rotationId, trouble: null, tries: 0, nextAt: null };
      await this.batches.updateItem(tx, { batchId, webshopId }, change);
      if (batch?.state !== 'running') return;
      await this.batches.update(tx, batchId, { dueAt: this.clock.now() });
    });
  }
}

interface Link {
  readonly batchId: Id;
  readonly webshopId: Id;
  readonly rotationId: Id;
}

/** New keys have a use: there are none yet, or those that are there were not proven. */
function isWaitedFor({ facts: { barred, rotation } }: BatchItem): boolean {
  return !barred && (rotation === undefined || rotation === 'staged' || rotation === 'abandoned');
}

function faultOf(webshopId: Id, { code, title, detail, details }: Problem): BatchFault {
  return {
    ...{ webshopId, code, title, detail },
    ...{ path: details.path ?? null, inUseAt: details.names?.host ?? null },
  };
}
