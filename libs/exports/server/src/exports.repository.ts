import { Injectable } from '@nestjs/common';
import type { ExportQuery } from '@toonbank/exports/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { ExportEntity } from './export.entity';

/** Who makes an export, as it stands in the row. */
export type Claimed = Pick<ExportEntity, 'id' | 'fence'>;

/** The only file that may name `export`. */
@Injectable()
export class ExportsRepository {
  insert(tx: Tx, row: ExportEntity): Promise<void> {
    return tx.insert(ExportEntity, row);
  }

  find(tx: Tx, id: Id): Promise<ExportEntity | null> {
    return tx.from(ExportEntity, 'e').andWhere('e.id = :id', { id }).getOne();
  }

  /** Locks the row until the transaction ends. */
  lock(tx: Tx, id: Id): Promise<ExportEntity | null> {
    return tx
      .from(ExportEntity, 'e')
      .andWhere('e.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
  }

  async update(tx: Tx, id: Id, change: Partial<ExportEntity>): Promise<void> {
    await tx.update(ExportEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  /** False: it is not this one's to write any more. Somebody stopped it, or it was claimed again. */
  async updateHeld(
    tx: Tx,
    { id, fence }: Claimed,
    change: Partial<ExportEntity>,
  ): Promise<boolean> {
    const { affected } = await tx
      .update(ExportEntity)
      .set(change)
      .andWhere(`id = :id and fence = :fence and state = 'running'`, { id, fence })
      .execute();
    return affected === 1;
  }

  countOpen(tx: Tx): Promise<number> {
    return tx.from(ExportEntity, 'e').andWhere(`e.state in ('queued', 'running')`).getCount();
  }

  /** Newest first, one row more than the limit; `after` is the last row of the page before. */
  page(tx: Tx, query: ExportQuery, after: readonly string[]): Promise<ExportEntity[]> {
    const { environment, kind, scheduleId, limit } = query;
    const select = tx
      .from(ExportEntity, 'e')
      .andWhere('e.environment = :environment', { environment });
    if (kind) select.andWhere('e.kind = :kind', { kind });
    if (scheduleId) select.andWhere('e.scheduleId = :scheduleId', { scheduleId });
    const [at, id] = after;
    if (id) select.andWhere('(e.requestedAt, e.id) < (:at, :after)', { at, after: id });
    return select
      .orderBy('e.requestedAt', 'DESC')
      .addOrderBy('e.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  /** Runs of a schedule about which somebody may be told that they did not arrive. */
  async maybeUndelivered(tx: Tx, scheduleId: Id): Promise<Id[]> {
    const rows = await tx
      .from(ExportEntity, 'e')
      .andWhere('e.scheduleId = :scheduleId', { scheduleId })
      .andWhere(`(e.state = 'failed' or e.fileKey is not null)`)
      .getMany();
    return rows.map(({ id }) => id);
  }

  /** The last runs of schedules, newest first, so many of each at most. */
  async runs(tx: Tx, scheduleIds: readonly Id[], each: number): Promise<ExportEntity[]> {
    const rows = await tx.sql<{ id: Id }>(
      `select id from (
         select id, row_number() over (partition by schedule_id order by due_at desc) as place
         from export where agency_id = $1 and schedule_id = any($2::uuid[])
       ) ranked where place <= $3`,
      [tx.scope.agencyId, scheduleIds, each],
    );
    if (rows.length === 0) return [];
    return tx
      .from(ExportEntity, 'e')
      .andWhere('e.id = any(:ids)', { ids: rows.map(({ id }) => id) })
      .orderBy('e.dueAt', 'DESC')
      .getMany();
  }
}
