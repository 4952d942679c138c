import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, systemScope } from '@toonbank/platform/db';
import { Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { BatchWork } from './batch-work';

const roundMs = 2_000;
const perRound = 50;

/** Takes batches of renewals further that somebody started: one webshop of each, turn by turn. */
@Injectable()
export class BatchSweep extends Rounds {
  protected readonly pauseMs = roundMs;
  private readonly log = new Logger('BatchSweep');

  constructor(
    private readonly sweeper: Sweeper,
    private readonly batches: BatchWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Turns until nothing is due. Answers how many steps were taken. */
  async round(): Promise<number> {
    let taken = 0;
    for (;;) {
      const before = taken;
      for (const { agency_id: agencyId, id } of await this.due()) {
        if (this.stopped) return taken;
        if (await this.goOn(agencyId, id)) taken++;
      }
      if (taken === before) return taken;
    }
  }

  /** One that fails is tried again when it is nobody's any more, and stops nobody else. */
  private async goOn(agencyId: Id, id: Id): Promise<boolean> {
    try {
      return await this.batches.goOn(systemScope(agencyId, 'key-rotation-batch'), id);
    } catch (error) {
      this.log.warn(`batch ${id}: ${(error as Error).message}`);
      return false;
    }
  }

  private due(): Promise<{ agency_id: Id; id: Id }[]> {
    return this.sweeper.rows(
      `select agency_id, id from key_rotation_batch
       where due_at <= $1 order by due_at limit $2`,
      [this.clock.now(), perRound],
    );
  }
}
