import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { RotationStep } from '@toonbank/keys/contract';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { KeyVersionEntity } from '../key-version.entity';
import type { KeyRotationEntity } from './key-rotation.entity';
import { RotationWaits } from './rotation-waits';
import { RotationsRepository } from './rotations.repository';

type Told = RotationStep | 'begin' | 'retire-early';

const acts = {
  begin: 'key-rotation.begun',
  prove: 'key-rotation.proven',
  'cut-over': 'key-rotation.cut-over',
  'roll-back': 'key-rotation.rolled-back',
  retire: 'key-rotation.retired',
  abandon: 'key-rotation.abandoned',
  'retire-early': 'key-rotation.retired-early',
} as const satisfies Record<Told, string>;

/** A change of a renewal with what goes with it: the row, the webshop's proof, the task and the audit log. */
@Injectable()
export class RotationRecords {
  constructor(
    private readonly rotations: RotationsRepository,
    private readonly webshops: Webshops,
    private readonly waits: RotationWaits,
    private readonly audit: Audit,
  ) {}

  async begun(tx: Tx, row: KeyRotationEntity, inUse: KeyVersionEntity): Promise<void> {
    await this.rotations.insert(tx, row);
    await this.waits.tell(tx, row, inUse);
    await this.record(tx, row, 'begin');
  }

  /** `inUse` is the pair that is in use from now on. */
  async stepped(tx: Tx, { row, step, inUse, isEarly }: Stepped): Promise<void> {
    const { id, state, cutOverAt, endedAt, webshopId, environment } = row;
    await this.rotations.update(tx, id, { state, cutOverAt, endedAt });
    if (step === 'cut-over' || step === 'roll-back') {
      const provenAt = inUse.provenAt ?? inUse.createdAt;
      await this.webshops.keysProven(tx, { webshopId, environment }, provenAt);
    }
    await this.waits.tell(tx, row, inUse);
    await this.record(tx, row, step === 'retire' && isEarly ? 'retire-early' : step);
  }

  private record(
    tx: Tx,
    { merchantId, webshopId, environment }: KeyRotationEntity,
    told: Told,
  ): Promise<void> {
    const subject = { kind: 'webshop', id: webshopId };
    return this.audit.record(tx, {
      act: acts[told],
      merchantId,
      subject,
      detail: { environment },
    });
  }
}

interface Stepped {
  /** As it is after the step. */
  readonly row: KeyRotationEntity;
  readonly step: RotationStep;
  readonly inUse: KeyVersionEntity;
  /** Retired before it was safe, because somebody said so. */
  readonly isEarly: boolean;
}
