import { Injectable } from '@nestjs/common';
import type { RotationStep } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { RotationList } from '../rotation/rotation-list';
import { RotationSteps } from '../rotation/rotation-steps';
import { BatchItems } from './batch-items';
import { countsOf, isThrough, nextLook, nextStep, pauseAfter } from './batch-state';
import { BatchesRepository, type ItemChange } from './batches.repository';
import type { RotationBatchItemEntity } from './rotation-batch.entity';

/** Longer than a step can take: nobody else goes on meanwhile, and somebody does after a crash. */
const heldMs = 90_000;
/** An order that waits keeps an old pair; nobody knows until when. */
const waitingMs = 15 * 60_000;

/** A step of one webshop that is to be taken now. */
interface Next {
  readonly item: RotationBatchItemEntity;
  readonly rotationId: Id;
  readonly step: RotationStep;
}

/**
 * Takes a batch one step further. The step itself is that of the webshop's renewal, so a repeat after
 * a crash, or two workers at once, take it once.
 */
@Injectable()
export class BatchWork {
  constructor(
    private readonly work: Work,
    private readonly batches: BatchesRepository,
    private readonly items: BatchItems,
    private readonly list: RotationList,
    private readonly steps: RotationSteps,
    private readonly clock: Clock,
  ) {}

  /** False when there is nothing to do now. */
  async goOn(scope: Scope, id: Id): Promise<boolean> {
    const next = await this.work.run(scope, (tx) => this.claim(tx, id));
    if (!next) return false;
    failpoint('batch-step.claimed');
    const change = await this.take(scope, next);
    const { batchId, webshopId } = next.item;
    const { rotationId } = next;
    await this.work.run(scope, async (tx) => {
      // First, as whoever enters keys does: two who wait for each other would both fail.
      const row = await this.batches.lock(tx, id);
      await this.batches.updateItem(tx, { batchId, webshopId, rotationId }, change);
      if (row?.state === 'running') {
        await this.batches.update(tx, id, { dueAt: this.clock.now() });
      }
    });
    failpoint('batch-step.written');
    return true;
  }

  private async claim(tx: Tx, id: Id): Promise<Next | undefined> {
    const batch = await this.batches.lock(tx, id);
    const now = this.clock.now();
    if (!batch?.dueAt || batch.dueAt > now) return undefined;
    const items = await this.items.of(tx, [id]);
    const { retires } = batch;
    const facts = items.map((item) => item.facts);
    const dueAt = nextLook(facts, { retires, now });
    if (!dueAt || dueAt > now) {
      const ended = { state: 'ended', endedAt: now } as const;
      await this.batches.update(tx, id, {
        dueAt,
        ...(isThrough(countsOf(facts), retires) && ended),
      });
      return undefined;
    }
    const item = items.find(
      (one) => nextStep(one.facts, retires) && (!one.facts.nextAt || one.facts.nextAt <= now),
    )!;
    await this.batches.update(tx, id, { dueAt: new Date(now.getTime() + heldMs) });
    const step = nextStep(item.facts, retires)!;
    return { item: item.row, rotationId: item.renewal!.id, step };
  }

  private async take(scope: Scope, { item, rotationId, step }: Next): Promise<ItemChange> {
    try {
      await this.steps.take(scope, rotationId, { step });
      return { trouble: null, tries: 0, nextAt: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'rotation-not-quiet') return this.later(scope, rotationId);
      const pause = error.code === 'bank-no-answer' ? pauseAfter(item.tries) : undefined;
      if (pause === undefined) return { trouble: error.code, nextAt: null };
      return { tries: item.tries + 1, nextAt: new Date(this.clock.millis() + pause) };
    }
  }

  /** Once the old pair may be quiet long enough, or in a while if only an order waits. */
  private async later(scope: Scope, rotationId: Id): Promise<ItemChange> {
    const { drop } = await this.list.get(scope, rotationId);
    const soonest = this.clock.millis() + waitingMs;
    return { nextAt: new Date(Math.max(drop ? Date.parse(drop.safeAt) : 0, soonest)) };
  }
}
