import { agencyTables } from '@toonbank/agency/server';
import { keysTables } from '@toonbank/keys/server';
import { ordersTables } from '@toonbank/orders/server';
import type { RoomTables } from '@toonbank/platform/db';
import { Refunds1764000000820 } from './migrations/1764000000820-refunds';
import { RefundTotals1764000001000 } from './migrations/1764000001000-refund-totals';
import { RefundsByState1764000001010 } from './migrations/1764000001010-refunds-by-state';
import { RefundKeys1764000001090 } from './migrations/1764000001090-refund-keys';
import { RefundEntity } from './refund.entity';

export const refundsTables: RoomTables = {
  name: 'refunds',
  needs: [agencyTables, keysTables, ordersTables],
  entities: [RefundEntity],
  migrations: [
    Refunds1764000000820,
    RefundTotals1764000001000,
    RefundsByState1764000001010,
    RefundKeys1764000001090,
  ],
};
