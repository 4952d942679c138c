import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { AnnouncementEntity } from './announcement.entity';

/** The part of an announcement that the bank's answer settles. */
export type Answer = Pick<AnnouncementEntity, 'state' | 'answeredAt'> &
  Partial<
    Pick<AnnouncementEntity, 'omnikassaOrderId' | 'redirectUrl' | 'refusalCode' | 'refusalText'>
  >;

/** A row of `idempotency_key`. */
export interface KnownKey {
  readonly orderId: Id;
  readonly requestHash: Buffer;
}

/** The only file that may name the tables `announcement` and `idempotency_key` (whole pages: results.repository). */
@Injectable()
export class AnnouncementsRepository {
  insert(tx: Tx, announcement: AnnouncementEntity): Promise<void> {
    return tx.insert(AnnouncementEntity, announcement);
  }

  async answer(tx: Tx, id: Id, answer: Answer): Promise<void> {
    await tx.update(AnnouncementEntity).set(answer).andWhere('id = :id', { id }).execute();
  }

  /** Of one order, the current one first. */
  ofOrder(tx: Tx, orderId: Id): Promise<AnnouncementEntity[]> {
    return tx
      .from(AnnouncementEntity, 'a')
      .andWhere('a.orderId = :orderId', { orderId })
      .orderBy('a.number', 'DESC')
      .getMany();
  }

  find(tx: Tx, id: Id): Promise<AnnouncementEntity | null> {
    return tx.from(AnnouncementEntity, 'a').andWhere('a.id = :id', { id }).getOne();
  }

  /** Announcements sent before `before` that nobody has heard of since. */
  unanswered(tx: Tx, before: Date, limit: number): Promise<AnnouncementEntity[]> {
    return tx
      .from(AnnouncementEntity, 'a')
      .andWhere(`a.state in ('announcing', 'unknown')`)
      .andWhere('a.endStatus is null')
      .andWhere('a.sentAt < :before', { before })
      .orderBy('a.sentAt')
      .limit(limit)
      .getMany();
  }

  /**
   * Claims an idempotency key for a new order. Answers undefined when it was free; else waits for
   * the transaction that holds it and answers what it was used for.
   */
  async claim(
    tx: Tx,
    claim: {
      readonly merchantId: Id;
      readonly webshopId: Id;
      readonly environment: string;
      readonly key: string;
      readonly requestHash: Buffer;
      readonly orderId: Id;
      readonly at: Date;
    },
  ): Promise<KnownKey | undefined> {
    const { agencyId } = tx.scope;
    const { merchantId, webshopId, environment, key, requestHash, orderId, at } = claim;
    const made = await tx.sql(
      `insert into idempotency_key (agency_id, merchant_id, webshop_id, environment, key,
         request_hash, order_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning order_id`,
      [agencyId, merchantId, webshopId, environment, key, requestHash, orderId, at],
    );
    if (made.length > 0) return undefined;
    const [known] = await tx.sql<{ order_id: Id; request_hash: Buffer }>(
      `select order_id, request_hash from idempotency_key
       where agency_id = $1 and webshop_id = $2 and environment = $3 and key = $4`,
      [agencyId, webshopId, environment, key],
    );
    return { orderId: known!.order_id, requestHash: known!.request_hash };
  }
}
