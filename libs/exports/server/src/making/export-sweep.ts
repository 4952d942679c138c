import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper } from '@toonbank/platform/db';
import { Hints, Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { MakeExport } from './make-export.job';

const roundMs = 5_000;
/** Of one agency so many at a time: who asks for twenty doesn't keep the others waiting. */
const perAgency = 3;
const perRound = 50;

interface Found {
  readonly agency_id: Id;
  readonly id: Id;
}

/** Finds exports that wait, or whose maker died, from the rows alone, and hints at them again. */
@Injectable()
export class ExportSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly hints: Hints,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many exports it hinted at. */
  async round(): Promise<number> {
    const waiting = await this.waiting();
    const hints = waiting.map(({ agency_id: agencyId, id: exportId }) => ({ agencyId, exportId }));
    await this.hints.add(MakeExport, hints);
    return waiting.length;
  }

  private waiting(): Promise<Found[]> {
    return this.sweeper.rows<Found>(
      `select agency_id, id from (
         select agency_id, id, requested_at,
           row_number() over (partition by agency_id order by requested_at) as place
         from export
         where state in ('queued', 'running') and (held_until is null or held_until <= $1)
       ) fair
       where place <= $2 order by place, requested_at limit $3`,
      [this.clock.now(), perAgency, perRound],
    );
  }
}
