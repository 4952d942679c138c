import * as z from 'zod';

export const OrderStatus = z
  .enum(['ANNOUNCING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'REFUSED'])
  .meta({ id: 'OrderStatus' });
export type OrderStatus = z.infer<typeof OrderStatus>;

/** The states an order never leaves. */
export const endStatuses = ['COMPLETED', 'CANCELLED', 'EXPIRED', 'REFUSED'] as const;
