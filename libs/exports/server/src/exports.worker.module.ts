import { Module } from '@nestjs/common';
import { ExportsModule } from './exports.module';
import { ScheduleSweep } from './schedules/schedule-sweep';

/** What the worker does about exports: ask for those that are due by calendar. It makes none. */
@Module({ imports: [ExportsModule], providers: [ScheduleSweep] })
export class ExportsWorkerModule {}
