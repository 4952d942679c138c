import { Injectable } from '@nestjs/common';
import { lateAfter } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Waits } from '@toonbank/platform/outbox';
import type { KeyVersionEntity } from '../key-version.entity';
import type { KeyRotationEntity } from './key-rotation.entity';

/** Whole days for a renewal whose old pair does not say when it expires. */
const renewalDays = 14;
/** Whole days in which an old pair should have been destroyed. */
const keepOldDays = 7;

/** Tells the list of tasks which renewals want their next step, in the caller's transaction. */
@Injectable()
export class RotationWaits {
  constructor(private readonly waits: Waits) {}

  /**
   * Until the new pair is in use the clock is that of the old one, after that it is ours: a pair that
   * nobody needs any more can still be stolen. `inUse` is the pair that is in use now.
   */
  tell(tx: Tx, row: KeyRotationEntity, inUse: KeyVersionEntity): Promise<void> {
    const { id, merchantId, webshopId, environment, state, begunAt, endedAt } = row;
    const key = `key-rotation:${id}`;
    if (endedAt) return this.waits.close(tx, key);
    return this.waits.open(tx, {
      ...{ key, kind: 'key-rotation', merchantId, webshopId, environment, subjectId: id },
      ...{ on: 'agency', right: 'keys:write', since: begunAt, facts: { state } },
      dueAt: dueAtOf(row, inUse),
    });
  }
}

function dueAtOf({ state, begunAt, cutOverAt }: KeyRotationEntity, inUse: KeyVersionEntity): Date {
  if (state === 'cut-over') return lateAfter(cutOverAt ?? begunAt, keepOldDays);
  return inUse.expiresAt ?? lateAfter(begunAt, renewalDays);
}
