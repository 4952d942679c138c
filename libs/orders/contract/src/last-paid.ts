import { Environment } from '@toonbank/primitives';
import * as z from 'zod';
import { Order } from './orders';

/** Below `v1/webshops/:webshopId/orders`. */
export const lastPaidPath = 'last-paid';

export const LastPaidQuery = z.strictObject({
  environment: Environment.optional().describe(
    "People: production when absent. API keys: the key's own, another one is refused",
  ),
});
export type LastPaidQuery = z.infer<typeof LastPaidQuery>;

export const PaidOrder = Order.extend({
  paidAt: z.iso.datetime().describe('When the bank told that it was paid'),
}).meta({ id: 'PaidOrder' });
export type PaidOrder = z.infer<typeof PaidOrder>;

/** The order of a webshop that was paid last, in one environment. */
export const LastPaid = z
  .object({ order: PaidOrder.nullable().describe('Null: none was paid yet') })
  .meta({ id: 'LastPaid' });
export type LastPaid = z.infer<typeof LastPaid>;
