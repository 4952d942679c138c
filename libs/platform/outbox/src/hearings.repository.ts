import { Injectable } from '@nestjs/common';
import { Sweeper, type Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { OutboxEventEntity } from './outbox-event.entity';

export interface Claim {
  readonly now: Date;
  /** Nobody else takes them before; somebody does after a crash. */
  readonly until: Date;
  readonly limit: number;
}

/** What the relay reads and writes: which events are due, and who has heard them. */
@Injectable()
export class HearingsRepository {
  constructor(private readonly sweeper: Sweeper) {}

  /** Agencies of which something is due, the longest waiting first. */
  async agencies(now: Date, limit: number): Promise<Id[]> {
    const rows = await this.sweeper.rows<{ agency_id: Id }>(
      `select agency_id from outbox_event where due_at <= $1
       group by agency_id order by min(due_at) limit $2`,
      [now, limit],
    );
    return rows.map(({ agency_id: id }) => id);
  }

  /** Takes the oldest that are due; of two who try at once each gets others. */
  async claim(tx: Tx, { now, until, limit }: Claim): Promise<OutboxEventEntity[]> {
    const taken = await tx.sql<{ id: Id }>(
      `update outbox_event set due_at = $3, tries = tries + 1
       where agency_id = $1 and id in (
         select id from outbox_event where agency_id = $1 and due_at <= $2
         order by id limit $4 for update skip locked
       ) returning id`,
      [tx.scope.agencyId, now, until, limit],
    );
    if (taken.length === 0) return [];
    return tx
      .from(OutboxEventEntity, 'e')
      .andWhere('e.id in (:...ids)', { ids: taken.map(({ id }) => id) })
      .orderBy('e.id')
      .getMany();
  }

  /** False when that hearer has it already; of two at once the second waits and answers false. */
  async receipt(tx: Tx, eventId: Id, hearer: { name: string; at: Date }): Promise<boolean> {
    const rows = await tx.sql(
      `insert into outbox_receipt (agency_id, event_id, hearer, heard_at) values ($1, $2, $3, $4)
       on conflict do nothing returning 1`,
      [tx.scope.agencyId, eventId, hearer.name, hearer.at],
    );
    return rows.length > 0;
  }

  async setDue(tx: Tx, id: Id, dueAt: Date | null): Promise<void> {
    await tx.update(OutboxEventEntity).set({ dueAt }).andWhere('id = :id', { id }).execute();
  }
}
