import { Injectable } from '@nestjs/common';
import { Colleagues as Staff, personOf } from '@toonbank/access/server';
import { Audit } from '@toonbank/audit/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { Colleagues, Task, TaskCount, TaskPage, TaskQuery } from '@toonbank/tasks/contract';
import { TaskViews } from './task-views';
import type { TaskEntity } from './task.entity';
import { taskProblems } from './task-problems';
import { TasksRepository } from './tasks.repository';

const list = 'tasks';

/** What waits, on whom, until when. */
@Injectable()
export class Tasks {
  constructor(
    private readonly work: Work,
    private readonly tasks: TasksRepository,
    private readonly views: TaskViews,
    private readonly staff: Staff,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
  ) {}

  /** Of one environment, the nearest clock first. */
  page(scope: Scope, query: TaskQuery): Promise<TaskPage> {
    const { agencyId } = scope;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const { owner, environment = 'production', ...rest } = query;
    return this.work.read(scope, async (tx) => {
      const ownerId = owner === 'me' ? personOf(tx) : owner === 'nobody' ? null : owner;
      const filter = { ...rest, environment, ...(owner && { ownerId: ownerId! }) };
      const rows = await this.tasks.page(tx, filter, after);
      const { page, last } = cutPage(rows, query.limit);
      return {
        items: await this.views.all(tx, page),
        next: last ? this.cursors.write(list, agencyId, placeOf(last)) : null,
      };
    });
  }

  count(scope: Scope): Promise<TaskCount> {
    return this.work.read(scope, async (tx) => ({ asking: await this.tasks.asking(tx) }));
  }

  colleagues(scope: Scope): Promise<Colleagues> {
    return this.work.read(scope, async (tx) => ({
      colleagues: await this.staff.having(tx, 'tasks:write'),
    }));
  }

  /** Takes it, hands it over or puts it back; the last word holds. */
  give(scope: Scope, id: Id, owner: Id | null): Promise<Task> {
    return this.work.run(scope, async (tx) => {
      const before = await this.found(tx, id);
      if (owner !== null) await this.mustBeStaff(tx, owner);
      if (before.ownerId !== owner) {
        await this.tasks.give(tx, id, owner);
        await this.note(tx, before, owner);
      }
      const [told] = await this.views.all(tx, [{ ...before, ownerId: owner }]);
      return told!;
    });
  }

  private async found(tx: Tx, id: Id): Promise<TaskEntity> {
    const row = await this.tasks.find(tx, id);
    if (!row) throw Problem.notFound('task');
    return row;
  }

  private async note(tx: Tx, task: TaskEntity, owner: Id | null): Promise<void> {
    const { id, merchantId, facts } = task;
    const act =
      owner === null ? 'task.put-back' : owner === personOf(tx) ? 'task.taken' : 'task.handed-over';
    await this.audit.record(tx, {
      ...{ act, subject: { kind: 'task', id }, ...(merchantId && { merchantId }) },
      detail: { ...(typeof facts['number'] === 'string' && { number: facts['number'] }) },
    });
  }

  private async mustBeStaff(tx: Tx, owner: Id): Promise<void> {
    const colleagues = await this.staff.having(tx, 'tasks:write');
    if (!colleagues.some(({ id }) => id === owner)) throw taskProblems.notAColleague();
  }
}

function placeOf({ dueAt, since, id }: TaskEntity): [string, string, Id] {
  return [dueAt.toISOString(), since.toISOString(), id];
}
