import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller';
import { ExportsModule } from './exports.module';
import { ExportFileController } from './links/export-file.controller';
import { ExportFiles } from './links/export-files';
import { SchedulesController } from './schedules/schedules.controller';

/** What the API serves of exports. */
@Module({
  imports: [ExportsModule],
  providers: [ExportFiles],
  controllers: [ExportsController, ExportFileController, SchedulesController],
})
export class ExportsHttpModule {}
