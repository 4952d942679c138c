import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { type Environment, type Id, newId } from '@toonbank/primitives';
import { mostTasksCounted, type TaskQuery } from '@toonbank/tasks/contract';
import { TaskEntity } from './task.entity';

/** What an event says of a key. */
export type ToldTask = Omit<TaskEntity, 'agencyId' | 'id' | 'ownerId' | 'isOpen' | 'endedAt'>;

/** `owner` is looked up already: an id, or null for whom nobody has. */
export interface TaskFilter extends Omit<TaskQuery, 'owner' | 'after' | 'environment'> {
  readonly environment: Environment;
  readonly ownerId?: Id | null;
}

/** The only file that may name the table `task`. */
@Injectable()
export class TasksRepository {
  constructor(private readonly clock: Clock) {}

  /** Opens a task, or changes what it says; who has it keeps it. Older events change nothing. */
  async open(tx: Tx, told: ToldTask): Promise<void> {
    await tx.sql(
      `insert into task (agency_id, id, key, told_by, is_open, merchant_id, webshop_id, environment,
         kind, subject_id, waits_on, needs_right, since, due_at, facts)
       values ($1, $2, $3, $4, true, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (agency_id, key) do update set
         (told_by, is_open, merchant_id, webshop_id, environment, kind, subject_id, waits_on,
           needs_right, since, due_at, facts, ended_at)
         = (excluded.told_by, true, excluded.merchant_id, excluded.webshop_id,
           excluded.environment, excluded.kind, excluded.subject_id, excluded.waits_on,
           excluded.needs_right, excluded.since, excluded.due_at, excluded.facts, null)
       where task.told_by < excluded.told_by`,
      [
        ...[tx.scope.agencyId, newId(), told.key, told.toldBy, told.merchantId, told.webshopId],
        ...[told.environment, told.kind, told.subjectId, told.waitsOn, told.needsRight],
        ...[told.since, told.dueAt, JSON.stringify(told.facts)],
      ],
    );
  }

  /** Ends a task; one that was never told of stays away from then on. */
  async close(tx: Tx, { key, toldBy, at }: { key: string; toldBy: Id; at: Date }): Promise<void> {
    await tx.sql(
      `insert into task (agency_id, id, key, told_by, is_open, ended_at)
       values ($1, $2, $3, $4, false, $5)
       on conflict (agency_id, key) do update set
         told_by = excluded.told_by, is_open = false, ended_at = excluded.ended_at
       where task.told_by < excluded.told_by`,
      [tx.scope.agencyId, newId(), key, toldBy, at],
    );
  }

  find(tx: Tx, id: Id): Promise<TaskEntity | null> {
    return tx.from(TaskEntity, 't').andWhere('t.id = :id and t.isOpen', { id }).getOne();
  }

  async give(tx: Tx, id: Id, ownerId: Id | null): Promise<void> {
    await tx.update(TaskEntity).set({ ownerId }).andWhere('id = :id', { id }).execute();
  }

  /** Of production: on the agency, or late. Counts no further than it says to people. */
  async asking(tx: Tx): Promise<number> {
    const [row] = await tx.sql<{ asking: number }>(
      `select count(*)::int as asking from (
         select 1 from task
         where agency_id = $1 and is_open and (environment = 'production' or environment is null)
           and (waits_on = 'agency' or due_at <= $2)
         limit $3
       ) found`,
      [tx.scope.agencyId, this.clock.now(), mostTasksCounted],
    );
    return row!.asking;
  }

  /** One row more than the limit; `after` holds clock, since and id of the last row before. */
  page(tx: Tx, filter: TaskFilter, after: readonly string[]): Promise<TaskEntity[]> {
    const { environment, ownerId } = filter;
    const query = tx.from(TaskEntity, 't').andWhere('t.isOpen');
    if (environment === 'production') {
      query.andWhere(`(t.environment = 'production' or t.environment is null)`);
    } else {
      query.andWhere('t.environment = :wanted', { wanted: environment });
    }
    if (filter.merchantId) query.andWhere('t.merchantId = :of', { of: filter.merchantId });
    if (filter.kind) query.andWhere('t.kind = :kind', { kind: filter.kind });
    if (filter.on) query.andWhere('t.waitsOn = :on', { on: filter.on });
    if (ownerId === null) query.andWhere('t.ownerId is null');
    else if (ownerId) query.andWhere('t.ownerId = :ownerId', { ownerId });
    const [due, since, id] = after;
    if (id) query.andWhere('(t.dueAt, t.since, t.id) > (:due, :since, :id)', { due, since, id });
    return query
      .orderBy('t.dueAt')
      .addOrderBy('t.since')
      .addOrderBy('t.id')
      .limit(filter.limit + 1)
      .getMany();
  }
}
