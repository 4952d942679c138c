import { Injectable } from '@nestjs/common';
import type {
  ChangeSchedule,
  CreateSchedule,
  Schedule,
  SchedulePage,
  ScheduleQuery,
  ScheduleRuns,
} from '@toonbank/exports/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { ExportsRepository } from '../exports.repository';
import { ScheduleChanges } from './schedule-changes';
import type { ScheduleEntity } from './schedule.entity';
import { ScheduleViews } from './schedule-views';
import { SchedulesRepository } from './schedules.repository';

const list = 'export-schedules';
const mostRuns = 12;

/** Exports that come by calendar: looked at, made, changed and taken away. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly work: Work,
    private readonly schedules: SchedulesRepository,
    private readonly exports: ExportsRepository,
    private readonly changes: ScheduleChanges,
    private readonly views: ScheduleViews,
    private readonly cursors: Cursors,
  ) {}

  create(scope: Scope, asked: CreateSchedule): Promise<Schedule> {
    return this.work.run(scope, async (tx) => {
      return this.views.one(tx, await this.changes.create(tx, asked));
    });
  }

  get(scope: Scope, id: Id): Promise<Schedule> {
    return this.work.read(scope, async (tx) => this.views.one(tx, await this.found(tx, id)));
  }

  /** The exports it made, and what became of their mails. */
  runs(scope: Scope, id: Id): Promise<ScheduleRuns> {
    return this.work.read(scope, async (tx) => {
      await this.found(tx, id);
      return { runs: await this.views.runs(tx, await this.exports.runs(tx, [id], mostRuns)) };
    });
  }

  page(scope: Scope, query: ScheduleQuery): Promise<SchedulePage> {
    const { agencyId } = scope;
    const [after] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    return this.work.read(scope, async (tx) => {
      const rows = await this.schedules.page(tx, query, after);
      const { page, last } = cutPage(rows, query.limit);
      return {
        items: await this.views.all(tx, page),
        next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
      };
    });
  }

  change(scope: Scope, id: Id, change: ChangeSchedule): Promise<Schedule> {
    return this.work.run(scope, async (tx) => {
      const row = await this.changes.locked(tx, id);
      return this.views.one(tx, await this.changes.change(tx, row, change));
    });
  }

  /** What it made stays. */
  end(scope: Scope, id: Id): Promise<void> {
    return this.work.run(scope, async (tx) => {
      await this.changes.end(tx, await this.changes.locked(tx, id));
    });
  }

  private async found(tx: Tx, id: Id): Promise<ScheduleEntity> {
    const row = await this.schedules.find(tx, id);
    if (!row) throw Problem.notFound('schedule');
    return row;
  }
}
