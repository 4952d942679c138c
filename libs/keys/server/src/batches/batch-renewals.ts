import { Injectable } from '@nestjs/common';
import type { StartRotation } from '@toonbank/keys/contract';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { RotationStart } from '../rotation/rotation-start';
import { RotationSteps } from '../rotation/rotation-steps';
import { RotationsRepository } from '../rotation/rotations.repository';

/** Begins the renewal of one webshop of a batch. */
@Injectable()
export class BatchRenewals {
  constructor(
    private readonly work: Work,
    private readonly rotations: RotationsRepository,
    private readonly start: RotationStart,
    private readonly steps: RotationSteps,
  ) {}

  /**
   * The id of the renewal. A new pair that nobody has proven yet makes place for this one; what a
   * crash left behind is such a pair, too. A problem when these keys are not right.
   */
  async begin(scope: WebshopScope, pair: StartRotation): Promise<Id> {
    const open = await this.work.read(scope, (tx) => this.rotations.open(tx, scope.place));
    if (open?.state === 'staged') {
      const { agencyId, actor } = scope;
      await this.steps.take({ agencyId, actor }, open.id, { step: 'abandon' });
    }
    return (await this.start.begin(scope, pair)).id;
  }
}
