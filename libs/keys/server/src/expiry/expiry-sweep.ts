import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, systemScope } from '@toonbank/platform/db';
import { Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { ExpiryRadar } from './expiry-radar';

const roundMs = 60_000;
const perRound = 50;
const actor = 'key-expiry';

/** Finds the agencies that are to be warned of keys, and the keys of which they are not any more. */
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

  /** One round. Answers of how many keys people were warned, or are not any more. */
  async round(): Promise<number> {
    let done = 0;
    for (const { agency_id: agencyId } of await this.due()) {
      if (this.stopped) return done;
      const warn = () => this.radar.warn(systemScope(agencyId, actor));
      done += await this.tried(`agency ${agencyId}`, warn);
    }
    for (const { agency_id: agencyId, id } of await this.over()) {
      if (this.stopped) return done;
      const stop = async () => ((await this.radar.stop(systemScope(agencyId, actor), id)) ? 1 : 0);
      done += await this.tried(`key version ${id}`, stop);
    }
    return done;
  }

  /** One that fails is tried at the next round, and stops nobody else. */
  private async tried(what: string, does: () => Promise<number>): Promise<number> {
    try {
      return await does();
    } catch (error) {
      this.log.warn(`${what}: ${(error as Error).message}`);
      return 0;
    }
  }

  private due(): Promise<{ agency_id: Id }[]> {
    return this.sweeper.rows(
      `select agency_id from key_version where warn_at <= $1 and state = 'active'
       group by agency_id order by min(warn_at) limit $2`,
      [this.clock.now(), perRound],
    );
  }

  private over(): Promise<{ agency_id: Id; id: Id }[]> {
    return this.sweeper.rows(
      `select agency_id, id from key_version
       where warned_at is not null and state in ('draining', 'retired') limit $1`,
      [perRound],
    );
  }
}
