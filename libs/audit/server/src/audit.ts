import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditPage, AuditQuery } from '@toonbank/audit/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import type { AuditEntryEntity } from './audit-entry.entity';
import { AuditRepository } from './audit.repository';

/** Something somebody did, in words and ids. Never a secret, never shopper data. */
export interface Act {
  /** Subject and past tense: `merchant.created`. */
  readonly act: `${string}.${string}`;
  /** Whose it is, if it is one merchant's; a merchant's own acts are theirs without saying so. */
  readonly merchantId?: Id;
  readonly subject: { readonly kind: string; readonly id: Id };
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

const list = 'audit';

/**
 * Who did what, when. Rooms record acts of people and API keys; high-rate events go to timelines.
 */
@Injectable()
export class Audit {
  constructor(
    private readonly work: Work,
    private readonly entries: AuditRepository,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /**
   * In the caller's transaction: the act and its record happen both or neither. Actor: the scope's.
   */
  record(tx: Tx, { act, merchantId, subject, detail = {} }: Act): Promise<void> {
    const { agencyId, actor } = tx.scope;
    return this.entries.add(tx, {
      agencyId,
      id: newId(),
      merchantId: merchantId ?? tx.scope.merchantId ?? null,
      at: this.clock.now(),
      act,
      actorKind: actor.kind,
      actorId: 'id' in actor ? actor.id : null,
      actorName: 'name' in actor ? actor.name : null,
      subjectKind: subject.kind,
      subjectId: subject.id,
      detail,
    });
  }

  async page(scope: Scope, query: AuditQuery): Promise<AuditPage> {
    const { agencyId } = scope;
    const [before] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const rows = await this.work.read(scope, (tx) => this.entries.page(tx, query, before));
    const { page, last } = cutPage(rows, query.limit);
    return {
      items: page.map(toWire),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
  }
}

function toWire(row: AuditEntryEntity): AuditEntry {
  const { id, act, merchantId } = row;
  return {
    id,
    at: row.at.toISOString(),
    act,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    merchantId,
    subject: { kind: row.subjectKind, id: row.subjectId },
    detail: { ...row.detail },
  };
}
