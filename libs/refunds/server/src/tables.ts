import { agencyTables } from '@toonbank/agency/server';
import { keysTables } from '@toonbank/keys/server';
import { ordersTables } from '@toonbank/orders/server';
import type { RoomTables } from '@toonbank/platform/db';
import { Refunds1764000000820 } from './migrations/1764000000820-refunds';
import { RefundEntity } from './refund.entity';

export const refundsTables: RoomTables = {
  name: 'refunds',
  needs: [agencyTables, keysTables, ordersTables],
  entities: [RefundEntity],
  migrations: [Refunds1764000000820],
};
