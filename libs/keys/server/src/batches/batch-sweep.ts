import { Injectable } from '@nestjs/common';
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
      const now = await this.each(await this.due(), ({ agency_id: agencyId, id }) =>
        this.batches.goOn(systemScope(agencyId, 'key-rotation-batch'), id),
      );
      taken += now;
      if (now === 0 || this.stopped) return taken;
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
