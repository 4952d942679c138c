import { Injectable } from '@nestjs/common';
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

  constructor(
    private readonly sweeper: Sweeper,
    private readonly radar: ExpiryRadar,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers of how many keys people were warned, or are not any more. */
  async round(): Promise<number> {
    const warned = await this.each(await this.due(), ({ agency_id: agencyId }) =>
      this.radar.warn(systemScope(agencyId, actor)),
    );
    const stopped = await this.each(await this.over(), ({ agency_id: agencyId, id }) =>
      this.radar.stop(systemScope(agencyId, actor), id),
    );
    return warned + stopped;
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
