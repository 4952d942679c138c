import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { Waits } from '@toonbank/platform/outbox';
import type { Id } from '@toonbank/primitives';
import type { KeyVersionEntity } from '../key-version.entity';

/** Tells the list of tasks which keys have to be renewed, in the caller's transaction. */
@Injectable()
export class ExpiryWaits {
  constructor(private readonly waits: Waits) {}

  soon(tx: Tx, row: KeyVersionEntity, since: Date): Promise<void> {
    const { id, merchantId, webshopId, environment, version } = row;
    const dueAt = row.expiresAt ?? since;
    return this.waits.open(tx, {
      ...{ key: keyOf(id), kind: 'key-expiry', merchantId, webshopId, environment },
      ...{ subjectId: webshopId, on: 'agency', right: 'keys:write', since, dueAt },
      facts: { version },
    });
  }

  over(tx: Tx, id: Id): Promise<void> {
    return this.waits.close(tx, keyOf(id));
  }
}

function keyOf(id: Id): string {
  return `key-expiry:${id}`;
}
