import { Injectable } from '@nestjs/common';
import type { KeyRotation, RotationStep, TakeRotationStep } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { KeysRepository } from '../keys.repository';
import type { KeyVersionEntity } from '../key-version.entity';
import type { KeyRotationEntity } from './key-rotation.entity';
import { RotationProof } from './rotation-proof';
import { rotationProblems } from './rotation-problems';
import { RotationRecords } from './rotation-records';
import { afterStep, pairStates } from './rotation-state';
import { RotationViews } from './rotation-views';

/** A renewal with both its pairs, held until the transaction ends. */
interface Held {
  readonly row: KeyRotationEntity;
  readonly old: KeyVersionEntity;
  readonly fresh: KeyVersionEntity;
}

/**
 * Takes a renewal step by step, each in one transaction, so that a crash leaves it before the step or
 * after it. Safe to repeat, also twice at once.
 */
@Injectable()
export class RotationSteps {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly proof: RotationProof,
    private readonly records: RotationRecords,
    private readonly views: RotationViews,
    private readonly clock: Clock,
  ) {}

  async take(
    scope: Scope,
    id: Id,
    { step, anyway = false }: TakeRotationStep,
  ): Promise<KeyRotation> {
    // Before the transaction: nothing is locked while the bank thinks.
    const provenAt = await this.proof.before(scope, id, step);
    failpoint('rotation-step.proven');
    const taken = await this.work.run(scope, async (tx) => {
      const held = await this.held(tx, id);
      const state = afterStep(held.row.state, step);
      if (!state) throw rotationProblems.notNow(held.row.state, step);
      if (state === 'done') return this.views.one(tx, held.row);
      const isEarly = await this.isEarly(tx, held, step);
      if (isEarly && !anyway) throw rotationProblems.notQuiet();
      const row = { ...held.row, state, ...this.moments(step) };
      await this.setPairs(tx, held, { state: row, provenAt });
      const inUse = pairStates[state].old === 'active' ? held.old : held.fresh;
      await this.records.stepped(tx, { row, step, inUse, isEarly });
      failpoint('rotation-step.put');
      return this.views.one(tx, row);
    });
    failpoint('rotation-step.done');
    return taken;
  }

  private async held(tx: Tx, id: Id): Promise<Held> {
    const seen = await this.proof.find(tx, id);
    if (!seen) throw Problem.notFound('renewal of keys');
    await this.keys.queue(tx, seen);
    // Once more after the wait: who came first may have taken a step.
    const row = (await this.proof.find(tx, id))!;
    const versions = await this.keys.byIds(tx, [row.oldId, row.freshId]);
    const version = (wanted: Id) => versions.find((known) => known.id === wanted)!;
    return { row, old: version(row.oldId), fresh: version(row.freshId) };
  }

  /** Whether the old pair would be destroyed before it is safe. */
  private async isEarly(tx: Tx, { row, old, fresh }: Held, step: RotationStep): Promise<boolean> {
    if (step === 'abandon' && fresh.lastVerifiedAt) throw rotationProblems.freshInUse();
    return step === 'retire' && !(await this.views.drop(tx, row, old))?.isSafe;
  }

  private moments(step: RotationStep): Partial<KeyRotationEntity> {
    const now = this.clock.now();
    if (step === 'cut-over') return { cutOverAt: now };
    if (step === 'roll-back') return { cutOverAt: null };
    return step === 'retire' || step === 'abandon' ? { endedAt: now } : {};
  }

  /** The pair that leaves use goes first: of two in use at once the database would refuse one. */
  private async setPairs(tx: Tx, { old, fresh }: Held, { state, provenAt }: Change): Promise<void> {
    const wanted = pairStates[state.state];
    const pairs = [
      { id: old.id, from: old.state, to: wanted.old },
      { id: fresh.id, from: fresh.state, to: wanted.fresh },
    ].filter(({ from, to }) => from !== to);
    for (const { id, to } of pairs.sort((a) => (a.from === 'active' ? -1 : 1))) {
      if (to === 'retired') await this.keys.retire(tx, id, this.clock.now());
      else if (provenAt && id === fresh.id && to === 'proven') {
        await this.keys.setProven(tx, id, provenAt);
      } else await this.keys.setState(tx, id, to);
    }
  }
}

interface Change {
  readonly state: KeyRotationEntity;
  readonly provenAt: Date | undefined;
}
