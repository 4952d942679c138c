import * as z from 'zod';
import { type Field, sign, signedString, type SigningKey, verify } from './signature';
import { WireMoney } from './wire';

/** One attempt to pay. Brand, type and status are the bank's words; new ones pass. */
export const Transaction = z.looseObject({
  id: z.string(),
  paymentBrand: z.string(),
  type: z.string(),
  status: z.string(),
  amount: WireMoney,
  confirmedAmount: WireMoney.nullish(),
  startTime: z.string(),
  lastUpdateTime: z.string(),
});
export type Transaction = z.infer<typeof Transaction>;

/** The end status of one order. */
export const OrderResult = z.looseObject({
  merchantOrderId: z.string(),
  omnikassaOrderId: z.string(),
  poiId: z.union([z.string(), z.number()]).transform(String),
  orderStatus: z.string(),
  orderStatusDateTime: z.string(),
  errorCode: z.string().nullish(),
  paidAmount: WireMoney,
  totalAmount: WireMoney,
});
export type OrderResult = z.infer<typeof OrderResult>;

const OrderResultV2 = OrderResult.extend({ transactions: z.array(Transaction).nullish() });
export type OrderResultV2 = z.infer<typeof OrderResultV2>;

const page = { signature: z.string(), moreOrderResultsAvailable: z.boolean() };

/** What a pull hands out, without transactions. */
export const OrderResultsV1 = z.looseObject({ ...page, orderResults: z.array(OrderResult) });
export type OrderResultsV1 = z.infer<typeof OrderResultsV1>;

/** What a pull hands out, with transactions. */
export const OrderResultsV2 = z.looseObject({ ...page, orderResults: z.array(OrderResultV2) });
export type OrderResultsV2 = z.infer<typeof OrderResultsV2>;

export type ResultsVersion = 1 | 2;
type Unsigned = Omit<OrderResultsV1 | OrderResultsV2, 'signature'>;

/** The most results one page holds. */
export const resultsPerPage = 100;

export function resultsString(version: ResultsVersion, results: Unsigned): string {
  const fields: Field[] = [results.moreOrderResultsAvailable as boolean];
  for (const result of results.orderResults as readonly OrderResultV2[]) {
    fields.push(
      result.merchantOrderId,
      result.omnikassaOrderId,
      result.poiId,
      result.orderStatus,
      result.orderStatusDateTime,
      result.errorCode,
      result.paidAmount.currency,
      result.paidAmount.amount,
      result.totalAmount.currency,
      result.totalAmount.amount,
    );
    if (version === 2) fields.push(...(result.transactions ?? []).flatMap(transactionFields));
  }
  return signedString(fields);
}

/** A null `confirmedAmount` stands for two empty fields. */
function transactionFields(t: Transaction): Field[] {
  return [
    ...[t.id, t.paymentBrand, t.type, t.status],
    ...[t.amount.currency, t.amount.amount],
    ...[t.confirmedAmount?.currency, t.confirmedAmount?.amount],
    ...[t.startTime, t.lastUpdateTime],
  ];
}

export function signResults(version: ResultsVersion, key: SigningKey, results: Unsigned): string {
  return sign(key, resultsString(version, results));
}

export function verifyResults(
  version: ResultsVersion,
  key: SigningKey,
  results: OrderResultsV1 | OrderResultsV2,
): boolean {
  return verify(key, resultsString(version, results), results.signature);
}
