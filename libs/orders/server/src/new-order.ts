import type { CreateOrder, OrderFinding } from '@toonbank/orders/contract';
import type { WebshopScope } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import type { AnnouncementEntity } from './announcement.entity';
import { announcedFields, type BankAnnouncement } from './bank-announcement';
import type { OrderEntity } from './order.entity';

/** What a shop asked for, checked and ready to be kept. */
export interface Asked {
  readonly orderId: Id;
  readonly key: string;
  readonly at: Date;
  readonly requestHash: Buffer;
  readonly order: CreateOrder;
  readonly announcement: BankAnnouncement;
  readonly findings: readonly OrderFinding[];
}

/** The row of an order that is about to be announced. */
export function newOrder(scope: WebshopScope, asked: Asked, at: Date): OrderEntity {
  const { orderId, order, announcement, findings } = asked;
  return {
    agencyId: scope.agencyId,
    merchantId: scope.merchantId,
    ...scope.place,
    id: orderId,
    merchantOrderId: order.merchantOrderId,
    merchantOrderSearch: order.merchantOrderId.toLowerCase(),
    status: 'ANNOUNCING',
    needsLook: false,
    amount: order.amount.amount,
    paidAmount: null,
    paymentBrand: null,
    returnUrl: order.returnUrl,
    announced: announcedFields(announcement),
    findings: [...findings],
    createdAt: at,
    updatedAt: at,
  };
}

/** The row of one more try to tell the bank about an order. */
export function newAnnouncement(order: OrderEntity, number: number, at: Date): AnnouncementEntity {
  const { agencyId, merchantId, webshopId, environment, id: orderId } = order;
  return {
    ...{ agencyId, merchantId, webshopId, environment, orderId, number },
    id: newId(),
    state: 'announcing',
    omnikassaOrderId: null,
    endStatus: null,
    redirectUrl: null,
    refusalCode: null,
    refusalText: null,
    sentAt: at,
    answeredAt: null,
  };
}
