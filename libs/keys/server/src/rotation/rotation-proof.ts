import { Injectable } from '@nestjs/common';
import type { RotationStep } from '@toonbank/keys/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { BankProof } from '../bank-proof';
import { KeyRing } from '../key-ring';
import { KeysRepository } from '../keys.repository';
import type { KeyRotationEntity } from './key-rotation.entity';
import { rotationProblems } from './rotation-problems';
import { afterStep } from './rotation-state';
import { RotationsRepository } from './rotations.repository';

/** Has the bank show, before a step is taken, that the token it leads to works now. */
@Injectable()
export class RotationProof {
  constructor(
    private readonly work: Work,
    private readonly rotations: RotationsRepository,
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
    private readonly proof: BankProof,
  ) {}

  find(tx: Tx, id: Id): Promise<KeyRotationEntity | null> {
    return this.rotations.find(tx, id);
  }

  /**
   * The moment at which a new token was proven; undefined when the step needs no proof of it. Going
   * back, or breaking off with a new pair that works, asks for the old token: the bank may have replaced
   * it. A problem when the bank refuses.
   */
  async before(scope: Scope, id: Id, step: RotationStep): Promise<Date | undefined> {
    if (step === 'cut-over' || step === 'retire') return undefined;
    const sealer = await this.ring.sealer(scope.agencyId);
    const asked = await this.work.read(scope, async (tx) => {
      const row = await this.rotations.find(tx, id);
      if (!row) throw Problem.notFound('renewal of keys');
      const state = afterStep(row.state, step);
      if (!state || state === 'done') return undefined;
      // Nobody knows that it works: other keys may have to be entered in its place.
      if (step === 'abandon' && row.state === 'staged') return undefined;
      const [version] = await this.keys.byIds(tx, [step === 'prove' ? row.freshId : row.oldId]);
      const token = this.ring.refreshToken(sealer, version!);
      return { environment: row.environment, token };
    });
    if (!asked) return undefined;
    const at = this.proof.of(asked.environment, asked.token);
    if (step === 'prove') return at;
    await at.catch((error: unknown) => {
      const isRefused = error instanceof Problem && error.code === 'keys-refused';
      throw isRefused ? rotationProblems.oldRefused() : error;
    });
    return undefined;
  }
}
