import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { Tx, WebshopScope } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { Pair } from './key-ring';
import { KeySharing } from './key-sharing';
import type { KeyVersionEntity } from './key-version.entity';
import { KeysRepository } from './keys.repository';
import { RotationTurn } from './rotation/rotation-turn';

/** Takes a proven pair of the bank into use, in the caller's transaction. */
@Injectable()
export class KeyIntake {
  constructor(
    private readonly keys: KeysRepository,
    private readonly webshops: Webshops,
    private readonly turn: RotationTurn,
    private readonly sharing: KeySharing,
    private readonly audit: Audit,
  ) {}

  /** The versions here that have one of these keys already; a problem when another webshop has one. */
  ownOnly(tx: Tx, scope: WebshopScope, pair: Pair): Promise<KeyVersionEntity[]> {
    return this.sharing.ownOnly(tx, scope, pair);
  }

  /** A 409 problem when the webshop has ended, or while its keys are being renewed. The pair before it goes on verifying. The webshop is told since when its keys are proven. */
  async take(tx: Tx, row: KeyVersionEntity): Promise<void> {
    const { merchantId, webshopId, environment, version } = row;
    // During a renewal its pair would no longer be the one that the renewal goes on from.
    await this.turn.take(tx, { webshopId, environment });
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
