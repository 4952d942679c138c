import type { Order, OrderDetail } from '@toonbank/orders/contract';
import { euro } from '@toonbank/primitives';
import type { AnnouncementEntity } from './announcement.entity';
import type { OrderCaseEntity } from './order-case.entity';
import type { OrderEntity } from './order.entity';
import type { PlacedOrder } from './order-views';
import type { TimelineEntryEntity } from './timeline-entry.entity';
import type { TransactionEntity } from './transaction.entity';

/** Everything that is kept about one order. */
export interface OrderFile {
  readonly order: OrderEntity;
  readonly placed: PlacedOrder;
  readonly announcements: readonly AnnouncementEntity[];
  readonly transactions: readonly TransactionEntity[];
  readonly cases: readonly OrderCaseEntity[];
  readonly timeline: readonly TimelineEntryEntity[];
}

export function orderToWire(order: OrderEntity): Order {
  const { id, merchantId, webshopId, environment, merchantOrderId, status, needsLook } = order;
  return {
    ...{ id, merchantId, webshopId, environment, merchantOrderId, status, needsLook },
    total: euro(order.amount),
    paid: order.paidAmount === null ? null : euro(order.paidAmount),
    paymentBrand: order.paymentBrand,
    createdAt: order.createdAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
  };
}

export function detailToWire(file: OrderFile): OrderDetail {
  return {
    ...file.placed,
    findings: file.order.findings,
    announcements: file.announcements.map(announcementToWire),
    transactions: file.transactions.map(transactionToWire),
    cases: file.cases.map(caseToWire),
    timeline: file.timeline.map(timelineToWire),
  };
}

function announcementToWire(a: AnnouncementEntity): OrderDetail['announcements'][number] {
  const { id, number, state, omnikassaOrderId, endStatus, refusalCode, refusalText } = a;
  const refusal =
    refusalCode === null ? null : { code: refusalCode, text: refusalText ?? 'No text was given.' };
  const sentAt = a.sentAt.toISOString();
  return { id, number, state, omnikassaOrderId, endStatus, refusal, sentAt };
}

function transactionToWire(t: TransactionEntity): OrderDetail['transactions'][number] {
  const { id, paymentBrand, type, status, confirmedAmount } = t;
  return {
    ...{ id, paymentBrand, type, status },
    amount: euro(t.amount),
    confirmedAmount: confirmedAmount === null ? null : euro(confirmedAmount),
    startedAt: t.startedAt.toISOString(),
    updatedAt: t.updatedAt.toISOString(),
  };
}

function caseToWire({ id, kind, openedAt, closedAt, detail }: OrderCaseEntity) {
  return {
    ...{ id, kind },
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    detail: detail as Record<string, unknown>,
  };
}

function timelineToWire({ id, at, kind, by, detail }: TimelineEntryEntity) {
  return { id, at: at.toISOString(), kind, by, detail: detail as Record<string, unknown> };
}
