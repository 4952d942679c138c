import { Injectable } from '@nestjs/common';
import type { DropVerdict, KeyRotation } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { KeyViews } from '../key-views';
import type { KeyVersionEntity } from '../key-version.entity';
import { KeysRepository } from '../keys.repository';
import type { KeyRotationEntity } from './key-rotation.entity';
import { openSteps } from './rotation-state';
import { quietHours, safeToDrop } from './safe-to-drop';
import { WaitingOrders } from './waiting-orders';

/** Renewals as they are told, with both pairs and whether the old one can go. */
@Injectable()
export class RotationViews {
  constructor(
    private readonly keys: KeysRepository,
    private readonly views: KeyViews,
    private readonly waiting: WaitingOrders,
    private readonly clock: Clock,
  ) {}

  async told(tx: Tx, rows: readonly KeyRotationEntity[]): Promise<KeyRotation[]> {
    const versions = await this.keys.byIds(
      tx,
      rows.flatMap(({ oldId, freshId }) => [oldId, freshId]),
    );
    const told = await this.views.told(tx, versions);
    const pair = (id: string) => told.find((version) => version.id === id)!;
    const answer: KeyRotation[] = [];
    for (const row of rows) {
      const { id, webshopId, environment, merchantId, state } = row;
      const old = versions.find((version) => version.id === row.oldId)!;
      answer.push({
        ...{ id, webshopId, environment, merchantId, state },
        ...{ old: pair(row.oldId), fresh: pair(row.freshId) },
        begunAt: row.begunAt.toISOString(),
        cutOverAt: row.cutOverAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
        drop: await this.drop(tx, row, old),
        steps: openSteps(state),
      });
    }
    return answer;
  }

  async one(tx: Tx, row: KeyRotationEntity): Promise<KeyRotation> {
    const [told] = await this.told(tx, [row]);
    return told!;
  }

  /** In the caller's transaction, so that retiring decides on what it holds. */
  async drop(
    tx: Tx,
    { state, cutOverAt, webshopId, environment }: KeyRotationEntity,
    { lastVerifiedAt }: KeyVersionEntity,
  ): Promise<DropVerdict | null> {
    if (state !== 'cut-over' || !cutOverAt) return null;
    const place = { webshopId, environment };
    const waitingOrders = await this.waiting.before(tx, place, cutOverAt);
    const now = this.clock.now();
    const verdict = safeToDrop({ cutOverAt, lastVerifiedAt, waitingOrders, now });
    const { isSafe, quietSince, safeAt } = verdict;
    const moments = { quietSince: quietSince.toISOString(), safeAt: safeAt.toISOString() };
    return { isSafe, ...moments, quietHours, waitingOrders };
  }
}
