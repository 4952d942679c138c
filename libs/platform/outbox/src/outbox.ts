import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { type Environment, type Id, newId } from '@toonbank/primitives';
import type { EventType } from './event';
import { OutboxEventEntity } from './outbox-event.entity';

/** One event to be told: where it happened, as far as it happened anywhere, and what it says. */
export interface Telling<T> {
  readonly merchantId?: Id | null;
  readonly webshopId?: Id | null;
  readonly environment?: Environment | null;
  readonly payload: T;
}

/** How far back a reader looks for rows that were committed after rows with a later id. */
const overlapMs = 10_000;

/** How rooms speak upward: events written in the same transaction as what they tell. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Part of the caller's transaction: told if and only if it commits. */
  async add<T extends Record<string, unknown>>(
    tx: Tx,
    event: EventType<T>,
    tellings: readonly Telling<T>[],
  ): Promise<void> {
    if (tellings.length === 0) return;
    const createdAt = this.clock.now();
    const rows = tellings.map(({ merchantId, webshopId, environment, payload }) => ({
      agencyId: tx.scope.agencyId,
      id: newId(),
      merchantId: merchantId ?? null,
      webshopId: webshopId ?? null,
      environment: environment ?? null,
      type: event.type,
      payload: event.payload.parse(payload),
      createdAt,
      dueAt: event.isHeard ? createdAt : null,
    }));
    await tx.insert(OutboxEventEntity, rows);
  }

  /**
   * Events of one kind with an id after `after`, in order of their ids, narrowed to the scope. Ids
   * are made before COMMIT, so a row may become visible after rows with later ids: who follows the
   * outbox starts each round at `lookBack` and drops what it has seen.
   */
  after(
    tx: Tx,
    event: { readonly type: string },
    after: Id,
    limit: number,
  ): Promise<OutboxEventEntity[]> {
    return tx
      .from(OutboxEventEntity, 'e')
      .andWhere('e.type = :type', { type: event.type })
      .andWhere('e.id > :after', { after })
      .orderBy('e.id')
      .limit(limit)
      .getMany();
  }
}

/** Where to start reading so that nothing committed late is missed; `from` is a moment. */
export function lookBack(from: Date): Id {
  return floorId(from.getTime() - overlapMs);
}

/** The smallest version 7 UUID of a millisecond. */
function floorId(millis: number): string {
  const hex = Math.max(0, millis).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
