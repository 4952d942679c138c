import { Injectable } from '@nestjs/common';
import type { ScheduleRun, ScheduleRunParams } from '@toonbank/exports/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { Hints } from '@toonbank/platform/queue';
import { afterEvent } from '../export-state';
import { ExportsRepository } from '../exports.repository';
import { MakeExport } from '../making/make-export.job';
import { ScheduleChanges } from './schedule-changes';
import { ScheduleViews } from './schedule-views';

/** Makes a run of a schedule that could not be made once more; its mails go out as on its day. */
@Injectable()
export class MakeAgain {
  constructor(
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly changes: ScheduleChanges,
    private readonly views: ScheduleViews,
    private readonly hints: Hints,
  ) {}

  /** Undefined: there is nothing to be made, it did not fail. */
  async make(scope: Scope, params: ScheduleRunParams): Promise<ScheduleRun | undefined> {
    const run = await this.work.run(scope, (tx) => this.ask(tx, params));
    const { agencyId } = scope;
    if (run) await this.hints.add(MakeExport, [{ agencyId, exportId: run.exportId }]);
    return run;
  }

  private async ask(tx: Tx, { scheduleId, exportId }: ScheduleRunParams) {
    const schedule = await this.changes.locked(tx, scheduleId);
    const row = await this.exports.lock(tx, exportId);
    if (row?.scheduleId !== scheduleId) throw Problem.notFound('run');
    const state = afterEvent(row.state, 'asked-again');
    if (!state) return undefined;
    const fresh = { state, trouble: null, tries: 0, startedAt: null, endedAt: null };
    await this.exports.update(tx, exportId, fresh);
    await this.changes.sentAgain(tx, schedule, exportId, schedule.recipients);
    const [told] = await this.views.runs(tx, [{ ...row, ...fresh }]);
    return told;
  }
}
