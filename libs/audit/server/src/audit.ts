import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
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

/**
 * Who did what, when. Rooms record acts of people and API keys; high-rate events go to timelines.
 */
@Injectable()
export class Audit {
  constructor(
    private readonly entries: AuditRepository,
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
}
