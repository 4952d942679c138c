import { Module } from '@nestjs/common';
import { QueueModule } from '@toonbank/platform/queue';
import { ExportsModule } from './exports.module';
import { ExportClaims } from './making/export-claims';
import { ExportFinish } from './making/export-finish';
import { ExportMaking } from './making/export-making';
import { ExportRows } from './making/export-rows';
import { ExportSweep } from './making/export-sweep';
import { MakeExport } from './making/make-export.job';
import { MakeExportProcessor } from './making/make-export.processor';
import { ScheduleSweep } from './schedules/schedule-sweep';

/** What the worker does about exports: make them, ask for those that are due, clear away old files. */
@Module({
  imports: [QueueModule.for(MakeExport), ExportsModule],
  providers: [
    ExportClaims,
    ExportFinish,
    ExportMaking,
    ExportRows,
    ExportSweep,
    MakeExportProcessor,
    ScheduleSweep,
  ],
})
export class ExportsWorkerModule {}
