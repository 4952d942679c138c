import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { keyProblems } from '../key-problems';
import type { KeyVersionEntity } from '../key-version.entity';
import { RotationsRepository } from '../rotation/rotations.repository';
import { safeToDrop } from '../rotation/safe-to-drop';
import { WaitingOrders } from '../rotation/waiting-orders';
import { KeySettings } from '../settings/key-settings';

/** Whether a pair that was replaced outside a renewal may go, measured as renewals do. */
@Injectable()
export class OldPairRules {
  constructor(
    private readonly rotations: RotationsRepository,
    private readonly waiting: WaitingOrders,
    private readonly settings: KeySettings,
    private readonly clock: Clock,
  ) {}

  /** A problem when the pair is not an old one, or a renewal is to decide on it. */
  async demandOld(tx: Tx, row: KeyVersionEntity): Promise<void> {
    const open = await this.rotations.open(tx, row);
    if (open && [open.oldId, open.freshId].includes(row.id)) throw keyProblems.inRenewal();
    if (row.state !== 'draining') throw keyProblems.notOld();
  }

  /** `active` is the pair in use now: the old one was replaced when it was entered, or before. */
  async isSafe(tx: Tx, row: KeyVersionEntity, active: KeyVersionEntity): Promise<boolean> {
    const cutOverAt = active.createdAt;
    const [waitingOrders] = await this.waiting.announced(tx, [{ place: row, before: cutOverAt }]);
    const quietHours = await this.settings.quietHours(tx);
    const measures = { waitingOrders: waitingOrders ?? 0, quietHours, now: this.clock.now() };
    return safeToDrop({ cutOverAt, lastVerifiedAt: row.lastVerifiedAt, ...measures }).isSafe;
  }
}
