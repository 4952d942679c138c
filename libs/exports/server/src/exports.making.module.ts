import { Module } from '@nestjs/common';
import { QueueModule } from '@toonbank/platform/queue';
import { ExportsModule } from './exports.module';
import { ExportClaims } from './making/export-claims';
import { ExportFinish } from './making/export-finish';
import { ExportMaking } from './making/export-making';
import { ExportRows } from './making/export-rows';
import { ExportSweep } from './making/export-sweep';
import { FileSweep } from './making/file-sweep';
import { MakeExport } from './making/make-export.job';
import { MakeExportProcessor } from './making/make-export.processor';

/** Makes exports, finds those that wait or whose maker died, and clears away old files. */
@Module({
  imports: [QueueModule.for(MakeExport), ExportsModule],
  providers: [
    ExportClaims,
    ExportFinish,
    ExportMaking,
    ExportRows,
    ExportSweep,
    FileSweep,
    MakeExportProcessor,
  ],
})
export class ExportsMakingModule {}
