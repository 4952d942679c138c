import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Sweeper, systemScope } from '@toonbank/platform/db';
import { Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { ExpiryRadar } from './expiry-radar';

const roundMs = 60_000;
const perRound = 50;

/** Finds the keys over all agencies that are to be warned of, and those that are not any more. */
@Injectable()
export class ExpirySweep extends Rounds {
  protected readonly pauseMs = roundMs;
  private readonly log = new Logger('ExpirySweep');

  constructor(
    private readonly sweeper: Sweeper,
    private readonly radar: ExpiryRadar,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many warnings were given or ended. */
  async round(): Promise<number> {
    let done = 0;
    for (const { agency_id: agencyId, id, state } of await this.found()) {
      if (this.stopped) break;
      if (await this.see(systemScope(agencyId, 'key-expiry'), id, state)) done++;
    }
    return done;
  }

  /** One that fails is tried at the next round, and stops nobody else. */
  private async see(scope: Scope, id: Id, state: string): Promise<boolean> {
    try {
      return await (state === 'active' ? this.radar.warn(scope, id) : this.radar.stop(scope, id));
    } catch (error) {
      this.log.warn(`key version ${id}: ${(error as Error).message}`);
      return false;
    }
  }

  private found(): Promise<{ agency_id: Id; id: Id; state: string }[]> {
    return this.sweeper.rows(
      `(select agency_id, id, state from key_version
        where warn_at <= $1 and state = 'active' order by warn_at limit $2)
       union
       (select agency_id, id, state from key_version
        where warned_at is not null and state in ('draining', 'retired') limit $2)`,
      [this.clock.now(), perRound],
    );
  }
}
