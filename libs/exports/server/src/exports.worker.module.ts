import { Module } from '@nestjs/common';
import { ExportsModule } from './exports.module';
import { GivenUpHearer } from './schedules/given-up-hearer';
import { ScheduleSweep } from './schedules/schedule-sweep';

/** What the worker does about exports: ask for those that are due by calendar. It makes none. */
@Module({ imports: [ExportsModule], providers: [GivenUpHearer, ScheduleSweep] })
export class ExportsWorkerModule {}
