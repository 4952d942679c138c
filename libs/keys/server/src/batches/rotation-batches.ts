import { Injectable } from '@nestjs/common';
import type {
  BatchStep,
  RotationBatch,
  RotationBatchPage,
  RotationBatchQuery,
} from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { batchProblems } from './batch-problems';
import { BatchRecords } from './batch-records';
import { afterBatchStep } from './batch-state';
import { BatchViews } from './batch-views';
import { BatchesRepository } from './batches.repository';
import type { RotationBatchEntity } from './rotation-batch.entity';

const list = 'key-rotation-batches';

/** Batches of renewals as a person sees and steers them. */
@Injectable()
export class RotationBatches {
  constructor(
    private readonly work: Work,
    private readonly batches: BatchesRepository,
    private readonly records: BatchRecords,
    private readonly views: BatchViews,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  get(scope: Scope, id: Id): Promise<RotationBatch> {
    return this.work.read(scope, async (tx) => {
      const row = await this.batches.find(tx, id);
      if (!row) throw Problem.notFound('batch of renewals');
      return this.views.one(tx, row);
    });
  }

  page(scope: Scope, query: RotationBatchQuery): Promise<RotationBatchPage> {
    const { agencyId } = scope;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    return this.work.read(scope, async (tx) => {
      const { page, last } = cutPage(await this.batches.page(tx, query, after), query.limit);
      const items = await this.views.summaries(tx, page);
      return { items, next: last ? this.cursors.write(list, agencyId, [last.id]) : null };
    });
  }

  /** Safe to repeat. A worker that is in the middle of a webshop ends that before it stops. */
  async take(scope: Scope, id: Id, step: BatchStep): Promise<RotationBatch> {
    const taken = await this.work.run(scope, async (tx) => {
      const row = await this.batches.lock(tx, id);
      if (!row) throw Problem.notFound('batch of renewals');
      const now = await this.views.one(tx, row);
      const state = afterBatchStep(now, step);
      if (!state) throw batchProblems.notNow(row.state, step);
      if (state === 'done' || !now.steps.includes(step)) return now;
      if (step === 'start') await this.batches.askAgain(tx, id);
      const told = await this.records.stepped(tx, step, { id, ...this.change(step), state });
      failpoint('batch-turn.put');
      return told;
    });
    failpoint('batch-turn.done');
    return taken;
  }

  private change(step: BatchStep): Partial<RotationBatchEntity> {
    const now = this.clock.now();
    switch (step) {
      case 'start':
        return { startedAt: now, dueAt: now };
      case 'stop':
        return { dueAt: null };
      case 'retire':
        return { retires: true, endedAt: null, dueAt: now };
      case 'end':
        return { endedAt: now, dueAt: null };
    }
  }
}
