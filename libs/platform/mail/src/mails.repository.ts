import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { MailEntity } from './mail.entity';

/** The only file that may name the `mail` table. */
@Injectable()
export class MailsRepository {
  insert(tx: Tx, mail: MailEntity): Promise<void> {
    return tx.insert(MailEntity, mail);
  }

  /**
   * Takes a mail that is due, for as long as `until`: of two who try at once one gets it. What was
   * taken and never ended is due again then.
   */
  async take(tx: Tx, id: Id, { now, until }: { now: Date; until: Date }) {
    const rows = await tx.sql<{ id: Id }>(
      `update mail set tries = tries + 1, due_at = $4
       where agency_id = $1 and id = $2 and state = 'waiting' and due_at <= $3 returning id`,
      [tx.scope.agencyId, id, now, until],
    );
    if (rows.length === 0) return null;
    return tx.from(MailEntity, 'm').andWhere('m.id = :id', { id }).getOne();
  }

  /** Of whoever took it at try number `tries`. False: somebody took it later, and is not overruled. */
  async change(
    tx: Tx,
    { id, tries }: Pick<MailEntity, 'id' | 'tries'>,
    change: Partial<Pick<MailEntity, 'letter' | 'state' | 'dueAt' | 'endedAt' | 'trouble'>>,
  ): Promise<boolean> {
    const { affected } = await tx
      .update(MailEntity)
      .set(change)
      .andWhere(`id = :id and tries = :tries and state = 'waiting'`, { id, tries })
      .execute();
    return affected === 1;
  }

  /** The newest of each subject. */
  about(tx: Tx, kind: string, ids: readonly Id[]): Promise<MailEntity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx
      .from(MailEntity, 'm')
      .distinctOn(['m.aboutId'])
      .andWhere('m.aboutKind = :kind and m.aboutId in (:...ids)', { kind, ids })
      .orderBy('m.aboutId')
      .addOrderBy('m.id', 'DESC')
      .getMany();
  }
}
