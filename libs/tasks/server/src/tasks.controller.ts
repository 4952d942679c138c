import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import {
  Colleagues,
  colleaguesPath,
  GiveTask,
  Task,
  TaskCount,
  taskCountPath,
  TaskPage,
  TaskParams,
  TaskQuery,
  tasksPath,
} from '@toonbank/tasks/contract';
import { Tasks } from './tasks.service';

/** What waits on whom. */
@Controller()
export class TasksController {
  constructor(private readonly tasks: Tasks) {}

  /** The nearest clock first. */
  @Get(tasksPath)
  @Needs('tasks:read')
  @Returns(TaskPage)
  page(@InScope() scope: Scope, @Query({ schema: TaskQuery }) query: TaskQuery): Promise<TaskPage> {
    return this.tasks.page(scope, query);
  }

  /** Who can take a task. */
  @Get(`${tasksPath}/${colleaguesPath}`)
  @Needs('tasks:read')
  @Returns(Colleagues)
  colleagues(@InScope() scope: Scope): Promise<Colleagues> {
    return this.tasks.colleagues(scope);
  }

  /** How many of production ask something of the agency. */
  @Get(`${tasksPath}/${taskCountPath}`)
  @Needs('tasks:read')
  @Returns(TaskCount)
  count(@InScope() scope: Scope): Promise<TaskCount> {
    return this.tasks.count(scope);
  }

  /** Takes a task, hands it to a colleague, or puts it back. */
  @Put(`${tasksPath}/:taskId/owner`)
  @Needs('tasks:write')
  @Returns(Task)
  give(
    @InScope() scope: Scope,
    @Param({ schema: TaskParams }) { taskId }: TaskParams,
    @Body({ schema: GiveTask }) { owner }: GiveTask,
  ): Promise<Task> {
    return this.tasks.give(scope, taskId, owner);
  }
}
