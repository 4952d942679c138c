import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditPage, AuditQuery } from '@toonbank/audit/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import { ActorNames } from './actor-names';
import type { AuditEntryEntity } from './audit-entry.entity';
import { AuditRepository } from './audit.repository';

const list = 'audit';

/** What was recorded, for who may read it. Whose address it was is looked up now: entries hold ids. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly work: Work,
    private readonly entries: AuditRepository,
    private readonly names: ActorNames,
    private readonly cursors: Cursors,
  ) {}

  async page(scope: Scope, query: AuditQuery): Promise<AuditPage> {
    const { agencyId } = scope;
    const [before] = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const rows = await this.work.read(scope, (tx) => this.entries.page(tx, query, before));
    const { page, last } = cutPage(rows, query.limit);
    const emails = await this.emailsIn(page);
    return {
      items: page.map((row) => toWire(row, emails)),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
  }

  private async emailsIn(rows: readonly AuditEntryEntity[]): Promise<ReadonlyMap<string, string>> {
    const people = rows.filter((row) => row.actorKind === 'person' && row.actorId);
    return this.names.emailsOf([...new Set(people.map((row) => row.actorId!))]);
  }
}

function toWire(row: AuditEntryEntity, emails: ReadonlyMap<string, string>): AuditEntry {
  const { id, act, merchantId, actorId } = row;
  const isPerson = row.actorKind === 'person' && actorId !== null;
  const email = (isPerson && emails.get(actorId)) || null;
  return {
    id,
    at: row.at.toISOString(),
    act,
    actor: { kind: row.actorKind, id: actorId, name: row.actorName, email },
    merchantId,
    subject: { kind: row.subjectKind, id: row.subjectId },
    detail: { ...row.detail },
  };
}
