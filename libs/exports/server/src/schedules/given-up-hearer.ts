import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { MailGivenUp } from '@toonbank/platform/mail';
import { type Heard, type Hearer, Hears } from '@toonbank/platform/outbox';
import { ExportsRepository } from '../exports.repository';
import { LinksRepository } from '../links/links.repository';
import { mailKind } from './export-mails';
import { ExportWaits } from './export-waits';
import { SchedulesRepository } from './schedules.repository';

/** Makes a task of an export by calendar that somebody did not get. */
@Injectable()
@Hears({ event: MailGivenUp, name: 'exports' })
export class GivenUpHearer implements Hearer<MailGivenUp> {
  constructor(
    private readonly links: LinksRepository,
    private readonly exports: ExportsRepository,
    private readonly schedules: SchedulesRepository,
    private readonly waits: ExportWaits,
  ) {}

  async hear(tx: Tx, { payload: { about }, createdAt }: Heard<MailGivenUp>): Promise<void> {
    if (about.kind !== mailKind) return;
    const link = await this.links.find(tx, about.id);
    if (!link?.sentTo || !(await this.links.isNewest(tx, link))) return;
    const row = await this.exports.find(tx, link.exportId);
    // Locked: who takes the schedule away closes the tasks there are.
    const stands = row?.scheduleId && (await this.schedules.lock(tx, row.scheduleId));
    if (stands && row.fileKey) await this.waits.isUndelivered(tx, row, createdAt);
  }
}
