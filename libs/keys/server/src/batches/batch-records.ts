import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { BatchStep, RotationBatch } from '@toonbank/keys/contract';
import type { Tx } from '@toonbank/platform/db';
import { BatchViews } from './batch-views';
import { BatchesRepository } from './batches.repository';
import type { RotationBatchEntity, RotationBatchItemEntity } from './rotation-batch.entity';

const acts = {
  plan: 'key-rotation-batch.planned',
  start: 'key-rotation-batch.started',
  stop: 'key-rotation-batch.stopped',
  retire: 'key-rotation-batch.retiring',
  end: 'key-rotation-batch.ended',
} as const satisfies Record<BatchStep | 'plan', string>;

/** What a plan says of a webshop; what became of it since is not part of it. */
function planOf(items: readonly RotationBatchItemEntity[]): string {
  const said = items.map(({ webshopId, barred, version, expiresAt, rotationId }) =>
    JSON.stringify([webshopId, barred, version, expiresAt, rotationId]),
  );
  return said.sort().join();
}

/** What a person does with a batch, with what goes with it: the row, the audit log, the answer. */
@Injectable()
export class BatchRecords {
  constructor(
    private readonly batches: BatchesRepository,
    private readonly views: BatchViews,
    private readonly audit: Audit,
  ) {}

  /**
   * A plan that says the same and that nobody has started is that plan: who was not answered, or
   * pressed twice, asks for it again. Written down once.
   */
  async planned(
    tx: Tx,
    batch: RotationBatchEntity,
    items: readonly RotationBatchItemEntity[],
  ): Promise<RotationBatch> {
    await this.batches.queue(tx);
    const known = await this.standing(tx, batch, items);
    if (known) return this.views.one(tx, known);
    await this.batches.insert(tx, batch, items);
    await this.record(tx, batch, 'plan');
    return this.views.one(tx, batch);
  }

  async stepped(
    tx: Tx,
    step: BatchStep,
    { id, ...change }: Partial<RotationBatchEntity> & { readonly id: string },
  ): Promise<RotationBatch> {
    await this.batches.update(tx, id, change);
    const row = (await this.batches.find(tx, id))!;
    await this.record(tx, row, step);
    return this.views.one(tx, row);
  }

  private async standing(
    tx: Tx,
    { environment }: RotationBatchEntity,
    items: readonly RotationBatchItemEntity[],
  ): Promise<RotationBatchEntity | undefined> {
    const batches = await this.batches.planned(tx, environment);
    const ids = batches.map(({ id }) => id);
    const known = Map.groupBy(await this.batches.items(tx, ids), ({ batchId }) => batchId);
    const wanted = planOf(items);
    return batches.find(({ id }) => planOf(known.get(id) ?? []) === wanted);
  }

  private record(
    tx: Tx,
    { id, environment }: RotationBatchEntity,
    told: BatchStep | 'plan',
  ): Promise<void> {
    const subject = { kind: 'key-rotation-batch', id };
    return this.audit.record(tx, { act: acts[told], subject, detail: { environment } });
  }
}
