import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/**
 * How people are called in answers that say who did something: by their e-mail address. Ask only for
 * ids that stand in the tenant's own rows. Depends on nothing, so any room above may provide it.
 */
@Injectable()
export class PeopleNames {
  /** People are told to people; a shop's software is told nobody. */
  async of(tx: Tx, ids: readonly (Id | null)[]): Promise<ReadonlyMap<Id, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0 || tx.scope.actor.kind === 'api-key') return new Map();
    const rows = await tx.sql<{ id: Id; email: string }>(
      'select id, email from login where id = any($1::uuid[])',
      [wanted],
    );
    return new Map(rows.map(({ id, email }) => [id, email]));
  }
}

/** The login of a person who acts; null for our own processes and for API keys. */
export function personOf({ scope }: Tx): Id | null {
  return scope.actor.kind === 'person' ? scope.actor.id : null;
}
