import { Environment, Id, Money, pageOf, PageQuery, Text } from '@toonbank/primitives';
import * as z from 'zod';

export const refundsPath = 'v1/refunds';
/** Below `v1/refunds`. */
export const refundTotalsPath = 'totals';
export const orderRefundsPath = 'v1/orders/:orderId/refunds';
export const orderRefundablePath = 'v1/orders/:orderId/refundable';
export const refundSettingsPath = 'v1/refund-settings';

/**
 * Ours until the bank has it (AWAITING_APPROVAL, SENDING), then the bank's own words; ELSEWHERE waits
 * for a person who pays it back outside the bank, CONFIRMED is when they said so.
 */
export const RefundStatus = z.enum([
  'AWAITING_APPROVAL',
  'SENDING',
  'PENDING',
  'UNKNOWN',
  'SUCCEEDED',
  'FAILED',
  'REJECTED',
  'ELSEWHERE',
  'CONFIRMED',
]);
export type RefundStatus = z.infer<typeof RefundStatus>;

/** The way the money goes: by the bank's call, in PayPal, or transferred by a person (S33). */
export const RefundRoute = z.enum(['bank', 'paypal', 'bank-transfer']);
export type RefundRoute = z.infer<typeof RefundRoute>;

export const VatCategory = z.enum(['HIGH', 'LOW', 'ZERO', 'NONE']);
export type VatCategory = z.infer<typeof VatCategory>;

/** That somebody did something to a refund; null for a shop's software. */
const Person = z
  .string()
  .nullable()
  .describe('E-mail address; null for an API key, and to API keys');

export const Refund = z
  .object({
    id: Id,
    merchantId: Id,
    webshopId: Id,
    environment: Environment,
    orderId: Id,
    merchantOrderId: z.string(),
    transactionId: Id.describe('The payment that is given back'),
    paymentBrand: z.string(),
    route: RefundRoute,
    status: RefundStatus,
    amount: Money,
    description: z.string().describe('On the statement of the shopper'),
    vatCategory: VatCategory.nullable(),
    reason: z.string().nullable(),
    requestedAt: z.iso.datetime(),
    requestedBy: Person,
    decidedAt: z.iso
      .datetime()
      .nullable()
      .describe('Approved or rejected; null: not needed or not yet'),
    decidedBy: Person,
    expectedOn: z.iso.date().nullable().describe('When the shopper has it, on average (S35)'),
    refusal: z
      .object({ code: z.int(), text: z.string() })
      .nullable()
      .describe('Why the bank did not take it'),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Refund' });
export type Refund = z.infer<typeof Refund>;

export const RefundPage = pageOf(Refund).meta({ id: 'RefundPage' });
export type RefundPage = z.infer<typeof RefundPage>;

/** What a list of refunds can be narrowed to. */
export const RefundFilter = z.strictObject({
  environment: Environment.optional().describe(
    "People: production when absent. API keys: the key's own, another one is refused",
  ),
  merchantId: Id.optional(),
  webshopId: Id.optional(),
  orderId: Id.optional(),
  status: RefundStatus.optional(),
  route: RefundRoute.optional(),
  from: z.iso.datetime({ offset: true }).optional().describe('Asked for at or after'),
  until: z.iso.datetime({ offset: true }).optional().describe('Asked for before'),
});
export type RefundFilter = z.infer<typeof RefundFilter>;

/** Newest first. */
export const RefundQuery = RefundFilter.extend(PageQuery.shape);
export type RefundQuery = z.infer<typeof RefundQuery>;

/** The refunds of one route that are in this status now. */
export const RefundTotal = z
  .object({
    route: RefundRoute,
    status: RefundStatus,
    refunds: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
    sum: z.int().min(1).max(Number.MAX_SAFE_INTEGER).describe('Whole cents, EUR'),
  })
  .meta({ id: 'RefundTotal' });
export type RefundTotal = z.infer<typeof RefundTotal>;

export const RefundTotals = z
  .object({
    environment: Environment,
    totals: z.array(RefundTotal).describe('Only what there is; of all pages, exactly'),
  })
  .meta({ id: 'RefundTotals' });
export type RefundTotals = z.infer<typeof RefundTotals>;

export const RefundParams = z.strictObject({ refundId: Id });
export type RefundParams = z.infer<typeof RefundParams>;

export const RefundOrderParams = z.strictObject({ orderId: Id });
export type RefundOrderParams = z.infer<typeof RefundOrderParams>;

const line = (max: number) =>
  Text.trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, 'must be one line of text');

export const RequestRefund = z
  .strictObject({
    amount: Money.refine(({ amount }) => amount >= 1, {
      path: ['amount'],
      error: 'must be at least 1 cent',
    })
      .optional()
      .describe('Left out: all that is left'),
    description: line(45).describe('1 to 45 characters, on the statement of the shopper'),
    vatCategory: VatCategory.optional(),
    reason: line(200).optional().describe('For the colleagues and the audit log'),
  })
  .meta({ id: 'RequestRefund' });
export type RequestRefund = z.infer<typeof RequestRefund>;

export const DecideRefund = z
  .strictObject({ approved: z.boolean() })
  .meta({ id: 'DecideRefund', description: 'By another person than who asked for it' });
export type DecideRefund = z.infer<typeof DecideRefund>;

export const ConfirmRefund = z
  .strictObject({ paid: z.boolean().describe('False: it is not paid back this way after all') })
  .meta({ id: 'ConfirmRefund' });
export type ConfirmRefund = z.infer<typeof ConfirmRefund>;

/** Why nothing of an order can be given back. */
export const NothingBecause = z.enum(['all-given-back', 'too-late']);
export type NothingBecause = z.infer<typeof NothingBecause>;

/** What can be given back of an order, by ours and by the bank's count. */
export const Refundable = z
  .object({
    orderId: Id,
    transactionId: Id,
    paymentBrand: z.string(),
    route: RefundRoute,
    paid: Money,
    refunded: Money.describe('Ours that are under way included'),
    rest: Money.describe('The lower of both counts; 0 when it is too late'),
    nothingBecause: NothingBecause.nullable().describe(
      'Why nothing can be given back now: all of it was, or is under way, or the time for it is over; null: something can',
    ),
    bank: z
      .object({ rest: Money, expiresAt: z.iso.datetime() })
      .nullable()
      .describe('Null: not by this route, or the bank did not answer'),
    lastDay: z.iso
      .date()
      .nullable()
      .describe('By the rule of 60 days (S33); null: not by this route'),
    endsAt: z.iso
      .datetime()
      .nullable()
      .describe(
        'The first moment at which it is too late: the bank’s own, else the end of `lastDay`; null: not by this route',
      ),
    approvalFrom: Money.nullable().describe('From this amount on a second person approves'),
  })
  .meta({ id: 'Refundable' });
export type Refundable = z.infer<typeof Refundable>;

export const RefundSettings = z
  .strictObject({
    approvalFrom: Money.refine(({ amount }) => amount >= 0, { path: ['amount'] })
      .nullable()
      .describe('From this amount on a second person approves; null: never'),
  })
  .meta({ id: 'RefundSettings' });
export type RefundSettings = z.infer<typeof RefundSettings>;
