import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { KeyVersionEntity } from '../key-version.entity';

/** What goes with a pair that is destroyed outside a renewal: the audit log and the webshop's proof. */
@Injectable()
export class OldPairRecords {
  constructor(
    private readonly webshops: Webshops,
    private readonly audit: Audit,
  ) {}

  /** In the caller's transaction. `row` is the pair as it was. */
  async retired(tx: Tx, row: KeyVersionEntity, isEarly: boolean): Promise<void> {
    const { merchantId, webshopId, environment, version, state } = row;
    // Of the last pair nothing is left that was proven.
    if (state === 'active') await this.webshops.keysProven(tx, { webshopId, environment }, null);
    await this.audit.record(tx, {
      act: isEarly ? 'keys.retired-early' : 'keys.retired',
      merchantId,
      subject: { kind: 'webshop', id: webshopId },
      detail: { environment, version },
    });
  }
}
