import { Module } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import { Cursors } from '@toonbank/platform/http';
import { QueueModule } from '@toonbank/platform/queue';
import { Choices } from './choices';
import { DiskStore } from './disk-store';
import { ExportRequests } from './export-requests';
import { ExportStore } from './export-store';
import { ExportViews } from './export-views';
import { ExportsRepository } from './exports.repository';
import { ExportsService } from './exports.service';
import { ExportLinks } from './links/export-links';
import { ExportTokens } from './links/export-tokens';
import { LinksRepository } from './links/links.repository';
import { MakeExport } from './making/make-export.job';
import { ExportMails } from './schedules/export-mails';
import { ExportSenders } from './schedules/export-senders';
import { ExportWaits } from './schedules/export-waits';
import { MailAgain } from './schedules/mail-again';
import { MakeAgain } from './schedules/make-again';
import { ScheduleChanges } from './schedules/schedule-changes';
import { SchedulesRepository } from './schedules/schedules.repository';
import { SchedulesService } from './schedules/schedules.service';
import { ScheduleViews } from './schedules/schedule-views';

/** Exports: asked for, handed out, and by calendar. A process of its own makes them. */
@Module({
  imports: [QueueModule.for(MakeExport)],
  providers: [
    Choices,
    Cursors,
    ExportLinks,
    ExportMails,
    ExportRequests,
    ExportSenders,
    ExportsRepository,
    ExportsService,
    ExportTokens,
    ExportViews,
    ExportWaits,
    LinksRepository,
    MailAgain,
    MakeAgain,
    PeopleNames,
    ScheduleChanges,
    SchedulesRepository,
    SchedulesService,
    ScheduleViews,
    { provide: ExportStore, useClass: DiskStore },
  ],
  exports: [
    ExportLinks,
    ExportMails,
    ExportsRepository,
    ExportsService,
    ExportStore,
    ExportTokens,
    ExportWaits,
    LinksRepository,
    MailAgain,
    MakeAgain,
    SchedulesRepository,
    SchedulesService,
  ],
})
export class ExportsModule {}
