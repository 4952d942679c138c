import * as z from 'zod';
import { WireMoney } from './wire';

/** What a refund is asked for with. Clients write the VAT category in two ways; both are read. */
export const RefundRequest = z.looseObject({
  money: WireMoney,
  description: z.string().nullish(),
  vatCategory: z.string().nullish(),
});
export type RefundRequest = z.infer<typeof RefundRequest>;

export const RefundDetails = z.looseObject({
  refundId: z.string(),
  refundTransactionId: z.string().nullish(),
  createdAt: z.string(),
  updatedAt: z.string().nullish(),
  refundMoney: WireMoney,
  vatCategory: z.string().nullish(),
  paymentBrand: z.string(),
  status: z.string(),
  description: z.string().nullish(),
  transactionId: z.string(),
});
export type RefundDetails = z.infer<typeof RefundDetails>;

export const RefundableDetails = z.looseObject({
  transactionId: z.string(),
  refundableMoney: WireMoney,
  expiryDatetime: z.string(),
});
export type RefundableDetails = z.infer<typeof RefundableDetails>;
