import { Injectable } from '@nestjs/common';
import type { AuditQuery } from '@toonbank/audit/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
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
  page(tx: Tx, { merchantId, limit }: AuditQuery, before?: Id): Promise<AuditEntryEntity[]> {
    const query = tx.from(AuditEntryEntity, 'e');
    if (merchantId) query.andWhere('e.merchantId = :merchantId', { merchantId });
    if (before) query.andWhere('e.id < :before', { before });
    return query
      .orderBy('e.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }
}
