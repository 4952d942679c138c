import { Injectable } from '@nestjs/common';
import type { DropVerdict, KeyRotation } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import { KeyViews } from '../key-views';
import type { KeyVersionEntity } from '../key-version.entity';
import { KeysRepository } from '../keys.repository';
import type { KeyRotationEntity } from './key-rotation.entity';
import { KeySettings } from '../settings/key-settings';
import { renewedKeys } from './renewed-keys';
import { openSteps } from './rotation-state';
import { dropVerdict } from './safe-to-drop';
import { WaitingOrders } from './waiting-orders';

/** Renewals as they are told, with both pairs and whether the old one can go. */
@Injectable()
export class RotationViews {
  constructor(
    private readonly keys: KeysRepository,
    private readonly views: KeyViews,
    private readonly webshops: Webshops,
    private readonly waiting: WaitingOrders,
    private readonly settings: KeySettings,
    private readonly clock: Clock,
  ) {}

  async told(tx: Tx, rows: readonly KeyRotationEntity[]): Promise<KeyRotation[]> {
    const ids = rows.flatMap(({ oldId, freshId }) => [oldId, freshId]);
    const versions = new Map((await this.keys.byIds(tx, ids)).map((one) => [one.id, one]));
    const told = await this.views.told(tx, [...versions.values()]);
    const pairs = new Map(told.map((pair) => [pair.id, pair]));
    const webshopIds = rows.map(({ webshopId }) => webshopId);
    const hosts = await this.webshops.hosts(tx, webshopIds);
    const drops = await this.drops(
      tx,
      rows.map((row) => ({ row, old: versions.get(row.oldId)! })),
    );
    return rows.map((row, index) => {
      const { id, webshopId, environment, merchantId, state } = row;
      return {
        ...{ id, webshopId, environment, merchantId, state },
        host: hosts.get(webshopId) ?? '',
        ...{ old: pairs.get(row.oldId)!, fresh: pairs.get(row.freshId)! },
        renews: renewedKeys(versions.get(row.oldId)!, versions.get(row.freshId)!),
        begunAt: row.begunAt.toISOString(),
        cutOverAt: row.cutOverAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
        drop: drops[index]!,
        steps: openSteps(state),
      };
    });
  }

  async one(tx: Tx, row: KeyRotationEntity): Promise<KeyRotation> {
    const [told] = await this.told(tx, [row]);
    return told!;
  }

  /** In the caller's transaction, so that retiring decides on what it holds. */
  async drop(tx: Tx, row: KeyRotationEntity, old: KeyVersionEntity): Promise<DropVerdict | null> {
    const [verdict] = await this.drops(tx, [{ row, old }]);
    return verdict!;
  }

  private async drops(tx: Tx, asked: readonly Old[]): Promise<(DropVerdict | null)[]> {
    const kept = asked.filter(({ row }) => row.state === 'cut-over' && row.cutOverAt);
    const counts = await this.waiting.announced(
      tx,
      kept.map(({ row }) => ({ place: row, before: row.cutOverAt! })),
    );
    const quietHours = kept.length === 0 ? 0 : await this.settings.quietHours(tx);
    return asked.map((one) => {
      const place = kept.indexOf(one);
      const waitingOrders = counts[place] ?? 0;
      return place < 0 ? null : this.verdict(one, { waitingOrders, quietHours });
    });
  }

  private verdict({ row, old: { lastVerifiedAt } }: Old, measures: Measures): DropVerdict {
    const facts = { cutOverAt: row.cutOverAt!, lastVerifiedAt, ...measures };
    return dropVerdict({ ...facts, now: this.clock.now() });
  }
}

/** What an old pair is measured by. */
interface Measures {
  readonly waitingOrders: number;
  readonly quietHours: number;
}

/** An old pair in the renewal that replaces it. */
interface Old {
  readonly row: KeyRotationEntity;
  readonly old: KeyVersionEntity;
}
