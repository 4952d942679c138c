import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { Tx } from '@toonbank/platform/db';
import { WebshopEndings, Webshops } from '@toonbank/shop/server';
import type { KeyVersionEntity } from './key-version.entity';
import { KeysRepository } from './keys.repository';
import { rotationProblems } from './rotation/rotation-problems';
import { RotationsRepository } from './rotation/rotations.repository';

/** Takes a proven pair of the bank into use, in the caller's transaction. */
@Injectable()
export class KeyIntake {
  constructor(
    private readonly keys: KeysRepository,
    private readonly webshops: Webshops,
    private readonly endings: WebshopEndings,
    private readonly rotations: RotationsRepository,
    private readonly audit: Audit,
  ) {}

  /** A 409 problem when the webshop has ended, or while its keys are being renewed. The pair before it goes on verifying. The webshop is told since when its keys are proven. */
  async take(tx: Tx, row: KeyVersionEntity): Promise<void> {
    const { merchantId, webshopId, environment, version } = row;
    await this.endings.mustWork(tx, webshopId);
    // Its pair would no longer be the one that the renewal goes on from.
    if (await this.rotations.open(tx, { webshopId, environment })) throw rotationProblems.open();
    await this.keys.drainActive(tx, { webshopId, environment }, 'bank');
    await this.keys.insert(tx, row);
    await this.webshops.keysProven(tx, { webshopId, environment }, row.provenAt ?? row.createdAt);
    await this.audit.record(tx, {
      act: 'keys.entered',
      merchantId,
      subject: { kind: 'webshop', id: webshopId },
      detail: { environment, version },
    });
  }
}
