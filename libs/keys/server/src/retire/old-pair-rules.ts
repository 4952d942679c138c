import { Injectable } from '@nestjs/common';
import type { DropVerdict } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { WebshopEndings } from '@toonbank/shop/server';
import { keyProblems } from '../key-problems';
import type { KeyVersionEntity } from '../key-version.entity';
import { RotationsRepository } from '../rotation/rotations.repository';
import { dropVerdict } from '../rotation/safe-to-drop';
import { WaitingOrders } from '../rotation/waiting-orders';
import { KeySettings } from '../settings/key-settings';

/**
 * Whether a pair may go outside a renewal, measured as renewals do: one that was replaced, or the one
 * in use of a webshop that has ended, which nothing takes the place of.
 */
@Injectable()
export class OldPairRules {
  constructor(
    private readonly rotations: RotationsRepository,
    private readonly waiting: WaitingOrders,
    private readonly settings: KeySettings,
    private readonly endings: WebshopEndings,
    private readonly clock: Clock,
  ) {}

  /** A problem when the pair is in use by a webshop that works, or a renewal is to decide on it. */
  async demandOld(tx: Tx, row: KeyVersionEntity): Promise<void> {
    const open = await this.rotations.open(tx, row);
    if (open && [open.oldId, open.freshId].includes(row.id)) throw keyProblems.inRenewal();
    const isLast = row.state === 'active' && !(await this.endings.works(tx, row.webshopId));
    if (row.state !== 'draining' && !isLast) throw keyProblems.notOld();
  }

  /** `active` is the pair in use now: an old one was replaced when it was entered, or before. */
  async verdict(tx: Tx, row: KeyVersionEntity, active: KeyVersionEntity): Promise<DropVerdict> {
    const now = this.clock.now();
    const cutOverAt = active.createdAt;
    // Of the last pair every order counts: no other one verifies what comes of them.
    const before = row.id === active.id ? now : cutOverAt;
    const [waitingOrders] = await this.waiting.announced(tx, [{ place: row, before }]);
    const quietHours = await this.settings.quietHours(tx);
    const measures = { waitingOrders: waitingOrders ?? 0, quietHours, now };
    return dropVerdict({ cutOverAt, lastVerifiedAt: row.lastVerifiedAt, ...measures });
  }

  /** Of all pairs of one webshop environment: those that can go by themselves, with whether it is safe. */
  async verdicts(tx: Tx, rows: readonly KeyVersionEntity[]): Promise<ReadonlyMap<Id, DropVerdict>> {
    const verdicts = new Map<Id, DropVerdict>();
    const pairs = rows.filter(({ kind }) => kind === 'bank');
    const active = pairs.find(({ state }) => state === 'active');
    const old = pairs.filter(({ state }) => state === 'draining');
    const works = !active || (await this.endings.works(tx, active.webshopId));
    const can = works ? old : [active, ...old];
    const open = can[0] && (await this.rotations.open(tx, can[0]));
    for (const row of can) {
      if (open && [open.oldId, open.freshId].includes(row.id)) continue;
      verdicts.set(row.id, await this.verdict(tx, row, active ?? row));
    }
    return verdicts;
  }
}
