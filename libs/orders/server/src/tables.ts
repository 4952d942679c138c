import { keysTables } from '@toonbank/keys/server';
import { paymentMethodsTables } from '@toonbank/payment-methods/server';
import type { RoomTables } from '@toonbank/platform/db';
import { outboxTables } from '@toonbank/platform/outbox';
import { shopTables } from '@toonbank/shop/server';
import { AnnouncementEntity } from './announcement.entity';
import { Orders1764000000700 } from './migrations/1764000000700-orders';
import { OrderFigures1764000000710 } from './migrations/1764000000710-order-figures';
import { LastPaidOrder1764000000970 } from './migrations/1764000000970-last-paid-order';
import { OrderCaseEntity } from './order-case.entity';
import { OrderEntity } from './order.entity';
import { TimelineEntryEntity } from './timeline-entry.entity';
import { TransactionEntity } from './transaction.entity';

export const ordersTables: RoomTables = {
  name: 'orders',
  needs: [keysTables, outboxTables, paymentMethodsTables, shopTables],
  entities: [
    OrderEntity,
    AnnouncementEntity,
    TransactionEntity,
    TimelineEntryEntity,
    OrderCaseEntity,
  ],
  migrations: [Orders1764000000700, OrderFigures1764000000710, LastPaidOrder1764000000970],
};
