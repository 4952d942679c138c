import { Injectable } from '@nestjs/common';
import type { ScheduleQuery } from '@toonbank/exports/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { ScheduleEntity } from './schedule.entity';

/** The only file that may name `export_schedule`. One that was removed is there for its runs only. */
@Injectable()
export class SchedulesRepository {
  insert(tx: Tx, row: ScheduleEntity): Promise<void> {
    return tx.insert(ScheduleEntity, row);
  }

  find(tx: Tx, id: Id): Promise<ScheduleEntity | null> {
    return this.standing(tx).andWhere('s.id = :id', { id }).getOne();
  }

  /** Locks the row until the transaction ends. */
  lock(tx: Tx, id: Id): Promise<ScheduleEntity | null> {
    return this.standing(tx).andWhere('s.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  async update(tx: Tx, id: Id, change: Partial<ScheduleEntity>): Promise<void> {
    await tx.update(ScheduleEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  count(tx: Tx): Promise<number> {
    return this.standing(tx).getCount();
  }

  /** Oldest first, one row more than the limit; `after` is the last row of the page before. */
  page(tx: Tx, { environment, limit }: ScheduleQuery, after?: Id): Promise<ScheduleEntity[]> {
    const select = this.standing(tx).andWhere('s.environment = :environment', { environment });
    if (after) select.andWhere('s.id > :after', { after });
    return select
      .orderBy('s.id')
      .limit(limit + 1)
      .getMany();
  }

  private standing(tx: Tx) {
    return tx.from(ScheduleEntity, 's').andWhere('s.endedAt is null');
  }
}
