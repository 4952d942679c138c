import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, systemScope, Work } from '@toonbank/platform/db';
import { Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { ExportStore } from '../export-store';
import { ExportsRepository } from '../exports.repository';
import { ExportWaits } from '../schedules/export-waits';

const roundMs = 5_000;
const perRound = 50;

interface Found {
  readonly agency_id: Id;
  readonly id: Id;
}

/** Removes files that were kept long enough, and what the last try of one that ended without a file left. */
@Injectable()
export class FileSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly store: ExportStore,
    private readonly waits: ExportWaits,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many files it removed. */
  async round(): Promise<number> {
    const old = await this.each(await this.old(), (one) => this.remove(one, 'fileKey'));
    return old + (await this.each(await this.left(), (one) => this.remove(one, 'leftKey')));
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
    await this.work.run(scope, async (tx) => {
      await this.exports.update(tx, id, { [key]: null });
      if (key === 'fileKey' && row.scheduleId) await this.waits.isSettled(tx, id);
    });
    return true;
  }
}
