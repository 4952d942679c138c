import type { Candidate } from '@toonbank/keys/server';
import type { VerifiedResult } from '@toonbank/orders/server';
import {
  centsOf,
  OrderResultsV2,
  type OrderResultV2,
  parseBankTime,
  type Transaction,
  verifyResults,
} from '@toonbank/smart-pay';

/** What a landed page turned out to be. A page that cannot be believed is kept, and changes nothing. */
export type ReadPage =
  | {
      readonly kind: 'results';
      readonly results: readonly VerifiedResult[];
      readonly more: boolean;
    }
  | { readonly kind: 'quarantine'; readonly why: 'not-readable' | 'signature' | 'amounts' };

/** Reads the bank's bytes: JSON, form, signature under any key that is valid now, then our units. */
export function readPage(raw: Buffer, keys: readonly Candidate[]): ReadPage {
  const page = OrderResultsV2.safeParse(parse(raw));
  if (!page.success) return { kind: 'quarantine', why: 'not-readable' };
  if (!keys.some(({ key }) => verifyResults(2, key, page.data))) {
    return { kind: 'quarantine', why: 'signature' };
  }
  const results = page.data.orderResults.map(resultOf);
  if (results.includes(undefined)) return { kind: 'quarantine', why: 'amounts' };
  return {
    kind: 'results',
    results: results as VerifiedResult[],
    more: page.data.moreOrderResultsAvailable,
  };
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return undefined;
  }
}

function resultOf(result: OrderResultV2): VerifiedResult | undefined {
  const paid = centsOf(result.paidAmount.amount);
  const total = centsOf(result.totalAmount.amount);
  const transactions = (result.transactions ?? []).map(transactionOf);
  if (paid === undefined || total === undefined || transactions.includes(undefined))
    return undefined;
  return {
    omnikassaOrderId: result.omnikassaOrderId.toLowerCase(),
    merchantOrderId: result.merchantOrderId,
    poiId: result.poiId,
    orderStatus: result.orderStatus,
    paid,
    total,
    currency: result.totalAmount.currency,
    transactions: transactions as VerifiedResult['transactions'],
  };
}

function transactionOf(t: Transaction): VerifiedResult['transactions'][number] | undefined {
  const amount = centsOf(t.amount.amount);
  const confirmed = t.confirmedAmount ? centsOf(t.confirmedAmount.amount) : null;
  const startedAt = timeOf(t.startTime);
  const updatedAt = timeOf(t.lastUpdateTime);
  if (amount === undefined || confirmed === undefined || !startedAt || !updatedAt) return undefined;
  const { id, paymentBrand, type, status } = t;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  return {
    id,
    paymentBrand,
    type,
    status,
    amount,
    confirmedAmount: confirmed,
    startedAt,
    updatedAt,
  };
}

function timeOf(text: string): Date | undefined {
  try {
    return parseBankTime(text);
  } catch {
    return undefined;
  }
}
