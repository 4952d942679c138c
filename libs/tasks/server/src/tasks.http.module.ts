import { Module } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import { Cursors } from '@toonbank/platform/http';
import { TaskViews } from './task-views';
import { TasksController } from './tasks.controller';
import { TasksRepository } from './tasks.repository';
import { Tasks } from './tasks.service';

/** What the API serves of tasks: the list of what waits, and who took what. */
@Module({
  providers: [Cursors, PeopleNames, Tasks, TasksRepository, TaskViews],
  controllers: [TasksController],
})
export class TasksHttpModule {}
