import * as z from 'zod';
import { WireMoney } from './wire';

/** The answer to the order-status call: unsigned, production only, for missed notifications only. */
export const OrderById = z.looseObject({
  order: z.looseObject({
    id: z.string(),
    merchantOrderId: z.string(),
    status: z.string(),
    totalAmount: WireMoney,
    transactions: z.array(
      z.looseObject({
        id: z.string(),
        paymentBrand: z.string(),
        type: z.string(),
        status: z.string(),
        amount: WireMoney,
        createdAt: z.string(),
        lastUpdatedAt: z.string(),
      }),
    ),
  }),
});
export type OrderById = z.infer<typeof OrderById>;
