import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import {
  BatchStep,
  type RotationBatch,
  type RotationBatchItem,
  type RotationBatchSummary,
} from '@toonbank/keys/contract';
import { Merchants } from '@toonbank/merchant/server';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import { type BatchItem, BatchItems } from './batch-items';
import { afterBatchStep, type BatchFacts, countsOf, isThrough, itemState } from './batch-state';
import type { RotationBatchEntity } from './rotation-batch.entity';

/** Batches as they are told, in the caller's transaction. */
@Injectable()
export class BatchViews {
  constructor(
    private readonly items: BatchItems,
    private readonly names: PeopleNames,
    private readonly webshops: Webshops,
    private readonly merchants: Merchants,
  ) {}

  async one(tx: Tx, row: RotationBatchEntity): Promise<RotationBatch> {
    const items = await this.items.of(tx, [row.id]);
    const [summary] = await this.summed(tx, [row], items);
    return { ...summary!, items: await this.listed(tx, items) };
  }

  async summaries(tx: Tx, rows: readonly RotationBatchEntity[]): Promise<RotationBatchSummary[]> {
    const ids = rows.map(({ id }) => id);
    return this.summed(tx, rows, await this.items.of(tx, ids));
  }

  private async summed(
    tx: Tx,
    rows: readonly RotationBatchEntity[],
    items: readonly BatchItem[],
  ): Promise<RotationBatchSummary[]> {
    const people = rows.map(({ plannedBy }) => plannedBy);
    const names = await this.names.of(tx, people);
    return rows.map((row) => {
      const { id, environment, state, retires, plannedBy } = row;
      const own = items.filter((item) => item.row.batchId === id);
      const counts = countsOf(own.map(({ facts }) => facts));
      return {
        ...{ id, environment, state, retires },
        plannedAt: row.plannedAt.toISOString(),
        plannedBy: (plannedBy && names.get(plannedBy)) ?? null,
        startedAt: row.startedAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
        counts,
        steps: openSteps({ state, retires, counts }),
      };
    });
  }

  private async listed(tx: Tx, items: readonly BatchItem[]): Promise<RotationBatchItem[]> {
    const webshopIds = items.map(({ row }) => row.webshopId);
    const merchantIds = items.map(({ row }) => row.merchantId);
    const hosts = await this.webshops.hosts(tx, webshopIds);
    const merchants = await this.merchants.names(tx, merchantIds);
    return items.map(({ row, renewal, facts }) => {
      const { webshopId, merchantId, rotationId, version } = row;
      return {
        ...{ webshopId, merchantId, rotationId, version, state: itemState(facts) },
        host: hosts.get(webshopId) ?? '',
        merchantName: merchants.get(merchantId) ?? '',
        trouble: row.barred ?? row.trouble,
        retryAt: row.nextAt?.toISOString() ?? null,
        expiresAt: row.expiresAt?.toISOString() ?? null,
        cutOverAt: renewal?.cutOverAt?.toISOString() ?? null,
      };
    });
  }
}

/** Those that would change something. */
function openSteps(batch: BatchFacts): BatchStep[] {
  const isAllGone = batch.retires && isThrough(batch.counts, true);
  return BatchStep.options.filter((step) => {
    if (step === 'retire' && isAllGone) return false;
    const after = afterBatchStep(batch, step);
    return after !== undefined && after !== 'done';
  });
}
