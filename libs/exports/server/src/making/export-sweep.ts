import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, systemScope, Work } from '@toonbank/platform/db';
import { Hints, Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { ExportStore } from '../export-store';
import { ExportsRepository } from '../exports.repository';
import { MakeExport } from './make-export.job';

const roundMs = 5_000;
/** Of one agency so many at a time: who asks for twenty doesn't keep the others waiting. */
const perAgency = 3;
const perRound = 50;

interface Found {
  readonly agency_id: Id;
  readonly id: Id;
}

/**
 * Finds exports that wait, or whose maker died, from the rows alone, and hints at them again. Removes
 * files that were kept long enough, and what the last try of one that ended without a file left.
 */
@Injectable()
export class ExportSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly store: ExportStore,
    private readonly hints: Hints,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many exports it hinted at, and files it removed. */
  async round(): Promise<number> {
    const waiting = await this.waiting();
    const hints = waiting.map(({ agency_id: agencyId, id: exportId }) => ({ agencyId, exportId }));
    await this.hints.add(MakeExport, hints);
    const old = await this.each(await this.old(), (one) => this.remove(one, 'fileKey'));
    const left = await this.each(await this.left(), (one) => this.remove(one, 'leftKey'));
    return waiting.length + old + left;
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

  private old(): Promise<Found[]> {
    return this.sweeper.rows<Found>(
      `select agency_id, id from export where file_key is not null and kept_until <= $1
       order by kept_until limit $2`,
      [this.clock.now(), perRound],
    );
  }

  /** Kept until the claim of the maker is over: one that lives has cleared away by then. */
  private left(): Promise<Found[]> {
    return this.sweeper.rows<Found>(
      `select agency_id, id from export where left_key is not null and kept_until <= $1
       order by kept_until limit $2`,
      [this.clock.now(), perRound],
    );
  }

  /** The file first: a crash in between leaves a row that is found again. */
  private async remove(
    { agency_id: agencyId, id }: Found,
    key: 'fileKey' | 'leftKey',
  ): Promise<boolean> {
    const scope = systemScope(agencyId, 'exports');
    const row = await this.work.read(scope, (tx) => this.exports.find(tx, id));
    const file = row?.[key];
    if (!file) return false;
    await this.store.remove(file);
    await this.work.run(scope, (tx) => this.exports.update(tx, id, { [key]: null }));
    return true;
  }
}
