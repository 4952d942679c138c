import { Injectable } from '@nestjs/common';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import { Sweeper, systemScope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Hints, Rounds } from '@toonbank/platform/queue';
import { type Id, newId } from '@toonbank/primitives';
import { untouched } from '../export-requests';
import type { ExportEntity } from '../export.entity';
import { ExportsRepository } from '../exports.repository';
import { MakeExport } from '../making/make-export.job';
import { nextAfter } from './calendar';
import { rhythmOf, type ScheduleEntity } from './schedule.entity';
import { SchedulesRepository } from './schedules.repository';

const roundMs = 15_000;
const perRound = 200;

/**
 * Asks for the exports that the calendar says are due. After a time in which nobody worked each that
 * was missed comes, one after the other: no day is left out, and none comes twice.
 */
@Injectable()
export class ScheduleSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly schedules: SchedulesRepository,
    private readonly exports: ExportsRepository,
    private readonly hints: Hints,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many exports it asked for. */
  async round(): Promise<number> {
    const due = await this.sweeper.rows<{ agency_id: Id; id: Id }>(
      `select agency_id, id from export_schedule
       where next_at <= $1 and paused_at is null and ended_at is null order by next_at limit $2`,
      [this.clock.now(), perRound],
    );
    return this.each(due, async ({ agency_id: agencyId, id }) => {
      const scope = systemScope(agencyId, 'export-schedule');
      const exportId = await this.work.run(scope, (tx) => this.ask(tx, id));
      failpoint('schedule-ask.done');
      if (exportId) await this.hints.add(MakeExport, [{ agencyId, exportId }]);
      return exportId !== undefined;
    });
  }

  private async ask(tx: Tx, id: Id): Promise<Id | undefined> {
    const row = await this.schedules.lock(tx, id);
    const now = this.clock.now();
    if (!row || row.pausedAt || row.nextAt > now) return undefined;
    const day = dayOf(row.nextAt);
    const nextAt = nextAfter(rhythmOf(row), row.nextAt);
    // A rhythm that was changed twice in a day can come without a day to tell of.
    if (row.nextFrom >= day) {
      await this.schedules.update(tx, id, { nextAt });
      return undefined;
    }
    const asked = exportOf(row, now);
    await this.exports.insert(tx, asked);
    await this.schedules.update(tx, id, { nextAt, nextFrom: day });
    failpoint('schedule-ask.put');
    return asked.id;
  }
}

function exportOf(row: ScheduleEntity, requestedAt: Date): ExportEntity {
  const { agencyId, environment, kind, format, numbers, nextFrom: from, nextAt: dueAt } = row;
  const { merchantId, ofMerchantId, shopId, webshopId } = row;
  return {
    ...{ agencyId, id: newId(), environment, kind, format, numbers },
    ...{ merchantId, ofMerchantId, shopId, webshopId, from, until: dayAfter(dayOf(dueAt), -1) },
    ...{ ...untouched, requestedAt, requestedBy: null, scheduleId: row.id, dueAt },
  };
}
