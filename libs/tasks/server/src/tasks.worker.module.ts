import { Module } from '@nestjs/common';
import { TaskHearer } from './task-hearer';
import { TasksRepository } from './tasks.repository';

/** What the worker does about tasks: hear of them. */
@Module({ providers: [TaskHearer, TasksRepository] })
export class TasksWorkerModule {}
