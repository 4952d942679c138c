import { Injectable } from '@nestjs/common';
import type { KeyTraffic } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { KeysRepository } from '../keys.repository';
import { KeyUseRepository } from '../use/key-use.repository';
import { hoursOf } from './traffic-hours';
import { RotationsRepository } from './rotations.repository';

/** What the bank sent under the old key and under the new one. */
@Injectable()
export class RotationTraffic {
  constructor(
    private readonly work: Work,
    private readonly rotations: RotationsRepository,
    private readonly keys: KeysRepository,
    private readonly uses: KeyUseRepository,
    private readonly clock: Clock,
  ) {}

  /** Up to a minute behind. Of a renewal that has ended: of the hours before its end. */
  of(scope: Scope, id: Id): Promise<KeyTraffic> {
    return this.work.read(scope, async (tx) => {
      const row = await this.rotations.find(tx, id);
      if (!row) throw Problem.notFound('renewal of keys');
      const versions = await this.keys.byIds(tx, [row.oldId, row.freshId]);
      const version = (wanted: Id) => versions.find((known) => known.id === wanted)!.version;
      const [old, fresh] = [version(row.oldId), version(row.freshId)];
      const hours = hoursOf(row.endedAt ?? this.clock.now());
      const from = new Date(hours[0]!);
      const counted = await this.uses.since(tx, row, { versions: [old, fresh], from });
      const messages = (wanted: number, at: number) =>
        counted.find((hour) => hour.version === wanted && hour.at.getTime() === at)?.messages ?? 0;
      return {
        hours: hours.map((at) => ({
          at: new Date(at).toISOString(),
          ...{ old: messages(old, at), fresh: messages(fresh, at) },
        })),
      };
    });
  }
}
