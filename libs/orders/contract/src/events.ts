import { Id } from '@toonbank/primitives';
import * as z from 'zod';
import { OrderStatus } from './order-status';

/** Told each time the status of an order changed, in the transaction that changed it. */
export const orderStatusChanged = 'order.status-changed';

export const OrderStatusChanged = z.object({
  orderId: Id,
  from: OrderStatus.nullable(),
  to: OrderStatus,
  at: z.iso.datetime(),
});
export type OrderStatusChanged = z.infer<typeof OrderStatusChanged>;
