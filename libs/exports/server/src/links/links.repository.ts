import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { LinkEntity } from './link.entity';

/** The only file that may name `export_link`. */
@Injectable()
export class LinksRepository {
  insert(tx: Tx, rows: readonly LinkEntity[]): Promise<void> {
    return rows.length === 0 ? Promise.resolve() : tx.insert(LinkEntity, [...rows]);
  }

  find(tx: Tx, id: Id): Promise<LinkEntity | null> {
    return tx.from(LinkEntity, 'l').andWhere('l.id = :id', { id }).getOne();
  }

  async use(tx: Tx, id: Id, usedAt: Date): Promise<void> {
    await tx
      .update(LinkEntity)
      .set({ usedAt })
      .andWhere('id = :id and used_at is null', { id })
      .execute();
  }

  /** Whether nothing went to the same address after it, about the same export. */
  async isNewest(tx: Tx, { id, exportId, sentTo }: LinkEntity): Promise<boolean> {
    const later = await tx
      .from(LinkEntity, 'l')
      .andWhere('l.exportId = :exportId and l.sentTo = :sentTo', { exportId, sentTo })
      .andWhere('l.id > :id', { id })
      .getCount();
    return later === 0;
  }

  /** Those that went out by mail, in the order of their addresses; of one address the newest last. */
  mailed(tx: Tx, exportIds: readonly Id[]): Promise<LinkEntity[]> {
    return tx
      .from(LinkEntity, 'l')
      .andWhere('l.exportId = any(:exportIds)', { exportIds })
      .andWhere('l.sentTo is not null')
      .orderBy('l.sentTo')
      .addOrderBy('l.id')
      .getMany();
  }
}
