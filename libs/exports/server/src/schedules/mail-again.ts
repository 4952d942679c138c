import { Injectable } from '@nestjs/common';
import type { ScheduleRun, ScheduleRunParams } from '@toonbank/exports/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { ExportEntity } from '../export.entity';
import { ExportsRepository } from '../exports.repository';
import { demandFile } from '../links/export-links';
import { LinksRepository } from '../links/links.repository';
import { ExportMails } from './export-mails';
import { ScheduleChanges } from './schedule-changes';
import { ScheduleViews } from './schedule-views';

/** Sends what a mail server refused for good once more, when a person knows that it takes mail now. */
@Injectable()
export class MailAgain {
  constructor(
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly links: LinksRepository,
    private readonly mails: ExportMails,
    private readonly views: ScheduleViews,
    private readonly changes: ScheduleChanges,
  ) {}

  /**
   * A new link for each address whose last mail was given up; the others get nothing. Of two who press
   * at once, the second finds that it waits already.
   */
  async mail(scope: Scope, { scheduleId, exportId }: ScheduleRunParams): Promise<ScheduleRun> {
    const row = await this.work.read(scope, (tx) => this.run(tx, scheduleId, exportId));
    const missed = await this.work.read(scope, (tx) => this.missed(tx, row));
    const mailed = await this.mails.write(scope, row, missed);
    const { run, isPut } = await this.work.run(scope, async (tx) => {
      const schedule = await this.changes.locked(tx, scheduleId);
      const still = new Set(await this.missed(tx, row));
      const isWanted = missed.length > 0 && missed.every((address) => still.has(address));
      if (isWanted) {
        await this.links.insert(tx, mailed.links);
        await this.mails.put(tx, mailed);
        await this.changes.sentAgain(tx, schedule, exportId, missed);
      }
      const [told] = await this.views.runs(tx, [row]);
      return { run: told!, isPut: isWanted };
    });
    if (isPut) await this.mails.hurry(mailed);
    return run;
  }

  private async run(tx: Tx, scheduleId: Id, exportId: Id): Promise<ExportEntity> {
    const row = await this.exports.find(tx, exportId);
    if (row?.scheduleId !== scheduleId) throw Problem.notFound('run');
    demandFile(row);
    return row;
  }

  private async missed(tx: Tx, row: ExportEntity): Promise<string[]> {
    const [run] = await this.views.runs(tx, [row]);
    return run!.mails.filter(({ state }) => state === 'given-up').map(({ to }) => to);
  }
}
