import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ChangeSchedule,
  CreateSchedule,
  exportSchedulesPath,
  Schedule,
  SchedulePage,
  ScheduleParams,
  ScheduleQuery,
  ScheduleRun,
  ScheduleRunParams,
  ScheduleRuns,
} from '@toonbank/exports/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import { MailAgain } from './mail-again';
import { MakeAgain } from './make-again';
import { SchedulesService } from './schedules.service';

/** Exports that come by calendar and go out by mail. */
@Controller(exportSchedulesPath)
export class SchedulesController {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly again: MailAgain,
    private readonly makes: MakeAgain,
  ) {}

  @Get()
  @Needs('exports:write')
  @Returns(SchedulePage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: ScheduleQuery }) query: ScheduleQuery,
  ): Promise<SchedulePage> {
    return this.schedules.page(scope, query);
  }

  @Post()
  @Needs('exports:write')
  @Returns(Schedule, 201)
  create(
    @InScope() scope: Scope,
    @Body({ schema: CreateSchedule }) body: CreateSchedule,
  ): Promise<Schedule> {
    return this.schedules.create(scope, body);
  }

  @Get(':scheduleId')
  @Needs('exports:write')
  @Returns(Schedule)
  get(
    @InScope() scope: Scope,
    @Param({ schema: ScheduleParams }) { scheduleId }: ScheduleParams,
  ): Promise<Schedule> {
    return this.schedules.get(scope, scheduleId);
  }

  /** What it made, and what became of the mails. */
  @Get(':scheduleId/runs')
  @Needs('exports:write')
  @Returns(ScheduleRuns)
  runs(
    @InScope() scope: Scope,
    @Param({ schema: ScheduleParams }) { scheduleId }: ScheduleParams,
  ): Promise<ScheduleRuns> {
    return this.schedules.runs(scope, scheduleId);
  }

  /**
   * Mails a new link to each address whose mail was given up. A run that failed is made anew and then
   * mailed to everybody. Safe to repeat.
   */
  @Post(':scheduleId/runs/:exportId/mail')
  @Needs('exports:write')
  @Returns(ScheduleRun)
  async mailAgain(
    @InScope() scope: Scope,
    @Param({ schema: ScheduleRunParams }) run: ScheduleRunParams,
  ): Promise<ScheduleRun> {
    return (await this.makes.make(scope, run)) ?? this.again.mail(scope, run);
  }

  @Patch(':scheduleId')
  @Needs('exports:write')
  @Returns(Schedule)
  change(
    @InScope() scope: Scope,
    @Param({ schema: ScheduleParams }) { scheduleId }: ScheduleParams,
    @Body({ schema: ChangeSchedule }) change: ChangeSchedule,
  ): Promise<Schedule> {
    return this.schedules.change(scope, scheduleId, change);
  }

  @Delete(':scheduleId')
  @Needs('exports:write')
  @ReturnsNothing()
  end(
    @InScope() scope: Scope,
    @Param({ schema: ScheduleParams }) { scheduleId }: ScheduleParams,
  ): Promise<void> {
    return this.schedules.end(scope, scheduleId);
  }
}
