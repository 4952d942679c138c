import { Injectable } from '@nestjs/common';
import { Clock, lateAfter } from '@toonbank/platform/clock';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { type Waiting, Waits } from '@toonbank/platform/outbox';
import { type Environment, type Id, newId } from '@toonbank/primitives';
import { type CaseKind, OrderCaseEntity } from './order-case.entity';
import { TimelineEntryEntity } from './timeline-entry.entity';

/** Something to be remembered about an order. */
export interface Happening {
  readonly orderId: Id;
  readonly merchantId: Id;
  readonly kind: string;
  readonly by: TimelineEntryEntity['by'];
  readonly detail?: object;
}

/** Something about an order that wants a person. */
export interface Finding extends WebshopPlace {
  readonly orderId: Id;
  readonly merchantId: Id;
  readonly kind: CaseKind;
  readonly subject: string;
  readonly detail: object;
}

/** The only file that may name the tables `timeline_entry` and `order_case`. */
@Injectable()
export class HistoryRepository {
  constructor(
    private readonly clock: Clock,
    private readonly waits: Waits,
  ) {}

  async add(tx: Tx, happenings: readonly Happening[]): Promise<void> {
    if (happenings.length === 0) return;
    const at = this.clock.now();
    const rows = happenings.map(({ detail = {}, ...happening }) => ({
      agencyId: tx.scope.agencyId,
      id: newId(),
      at,
      ...happening,
      detail,
    }));
    await tx.insert(TimelineEntryEntity, rows);
  }

  /** Opens a case per finding, once: the same kind and subject of an order is the same case. */
  async openCases(tx: Tx, findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) return;
    const opened = await tx.sql<{ order_id: Id; merchant_id: Id; kind: string }>(
      `insert into order_case (agency_id, id, merchant_id, webshop_id, environment, order_id, kind,
         subject, detail, opened_at)
       select $1, f.*, $2 from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[],
         $8::text[], $9::text[], $10::jsonb[]) as f
       on conflict (agency_id, order_id, kind, subject) do nothing
       returning order_id, merchant_id, kind`,
      [
        tx.scope.agencyId,
        this.clock.now(),
        findings.map(() => newId()),
        findings.map((f) => f.merchantId),
        findings.map((f) => f.webshopId),
        findings.map((f) => f.environment),
        findings.map((f) => f.orderId),
        findings.map((f) => f.kind),
        findings.map((f) => f.subject),
        findings.map((f) => JSON.stringify(f.detail)),
      ],
    );
    await this.flag(
      tx,
      opened.map((row) => row.order_id),
    );
    await this.add(
      tx,
      opened.map((row) => ({
        orderId: row.order_id,
        merchantId: row.merchant_id,
        kind: 'case-opened',
        by: 'toonbank',
        detail: { case: row.kind },
      })),
    );
  }

  /** The bank has told how these orders ended: what was open because nobody knew is answered. */
  async closeAnswered(tx: Tx, orderIds: readonly Id[]): Promise<void> {
    if (orderIds.length === 0) return;
    const at = this.clock.now();
    const closed = await tx.sql<{ order_id: Id; merchant_id: Id; kind: string }>(
      `update order_case set closed_at = $3
       where agency_id = $1 and order_id = any($2::uuid[]) and closed_at is null
         and kind in ('window', 'unanswered')
       returning order_id, merchant_id, kind`,
      [tx.scope.agencyId, orderIds, at],
    );
    await this.flag(
      tx,
      closed.map((row) => row.order_id),
    );
    await this.add(
      tx,
      closed.map((row) => ({
        orderId: row.order_id,
        merchantId: row.merchant_id,
        kind: 'case-closed',
        by: 'bank',
        detail: { case: row.kind },
      })),
    );
  }

  timeline(tx: Tx, orderId: Id): Promise<TimelineEntryEntity[]> {
    return tx
      .from(TimelineEntryEntity, 't')
      .andWhere('t.orderId = :orderId', { orderId })
      .orderBy('t.id')
      .getMany();
  }

  cases(tx: Tx, orderId: Id): Promise<OrderCaseEntity[]> {
    return tx
      .from(OrderCaseEntity, 'c')
      .andWhere('c.orderId = :orderId', { orderId })
      .orderBy('c.openedAt')
      .getMany();
  }

  /** `orders.needs_look` says whether a case is open, so that lists need not look here. */
  private async flag(tx: Tx, orderIds: readonly Id[]): Promise<void> {
    if (orderIds.length === 0) return;
    const flagged = await tx.sql<FlaggedOrder>(
      `update orders o set needs_look = looked.since is not null
       from (
         select i.id, (
           select min(c.opened_at) from order_case c
           where c.agency_id = $1 and c.order_id = i.id and c.closed_at is null) as since
         from unnest($2::uuid[]) as i(id)
       ) looked
       where o.agency_id = $1 and o.id = looked.id
       returning o.id, looked.since, o.merchant_id, o.webshop_id, o.environment,
         o.merchant_order_id`,
      [tx.scope.agencyId, orderIds],
    );
    const settled = flagged.filter(({ since }) => since === null);
    await this.waits.open(tx, ...flagged.flatMap(waitOf));
    await this.waits.close(tx, ...settled.map(({ id }) => waitKey(id)));
  }
}

interface FlaggedOrder {
  readonly id: Id;
  /** When the oldest of its open cases began; null: none is open. */
  readonly since: Date | null;
  readonly merchant_id: Id;
  readonly webshop_id: Id;
  readonly environment: Environment;
  readonly merchant_order_id: string;
}

/** Whole days: a shopper waits to know whether they bought something. */
const lookDays = 1;

function waitKey(orderId: Id): string {
  return `order-look:${orderId}`;
}

/** None when it wants no look. */
function waitOf(order: FlaggedOrder): Waiting[] {
  const { id, since, merchant_id: merchantId, webshop_id: webshopId, environment } = order;
  if (since === null) return [];
  const where = { merchantId, webshopId, environment };
  return [
    {
      ...{ key: waitKey(id), kind: 'order-look', subjectId: id, ...where, since },
      ...{ on: 'agency', right: 'orders:read', facts: { number: order.merchant_order_id } },
      dueAt: lateAfter(since, lookDays),
    },
  ];
}
