import { Injectable } from '@nestjs/common';
import type { AuditQuery } from '@toonbank/audit/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { SelectQueryBuilder } from 'typeorm';
import { AuditEntryEntity } from './audit-entry.entity';

/** The only file that may name the `audit_entry` table. */
@Injectable()
export class AuditRepository {
  add(tx: Tx, entry: AuditEntryEntity): Promise<void> {
    return tx.insert(AuditEntryEntity, entry);
  }

  /**
   * Newest first (ids are made in order of time); one row more than the limit, to know of a next
   * page.
   */
  page(tx: Tx, wanted: AuditQuery, before?: Id): Promise<AuditEntryEntity[]> {
    const { merchantId, act, actorId, from, to, limit } = wanted;
    const query = tx.from(AuditEntryEntity, 'e');
    if (actorId) query.andWhere('e.actorId = :actorId', { actorId });
    if (from) query.andWhere('e.at >= :from', { from });
    if (to) query.andWhere('e.at < :to', { to });
    if (act) narrowToAct(query, act);
    if (merchantId) query.andWhere('e.merchantId = :merchantId', { merchantId });
    if (before) query.andWhere('e.id < :before', { before });
    return query
      .orderBy('e.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }
}

/** `member` means `member.added` and all others of the kind: the range from `member.` to `member/`. */
function narrowToAct(query: SelectQueryBuilder<AuditEntryEntity>, act: string): void {
  if (act.includes('.')) query.andWhere(`e.act collate "C" = :act`, { act });
  else {
    query.andWhere(`e.act collate "C" >= :kind`, { kind: `${act}.` });
    query.andWhere(`e.act collate "C" < :behind`, { behind: `${act}/` });
  }
}
