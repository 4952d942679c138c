import { Id } from '@toonbank/primitives';
import * as z from 'zod';
import { Month, Sum } from './month';
import { Payer } from './settings';

export const billingRunsPath = 'v1/billing/runs';
export const marginsPath = 'v1/billing/margins';

export const LineKind = z.enum(['bank-shop', 'bank-urls', 'fee-month', 'fee-urls']);
export type LineKind = z.infer<typeof LineKind>;

/** One line of a bill: `net` is `count × unit / per`, rounded on this line. */
export const BillLine = z
  .object({
    kind: LineKind,
    shopId: Id.nullable().describe('Null: of the merchant as a whole'),
    shopName: z.string().nullable(),
    count: z.int().describe('How many; by day: days, or URLs times days'),
    per: z.int().min(1).describe('1, or the days of the month when it counts by day'),
    unit: Sum.describe('The price of one for a whole month, whole cents'),
    net: Sum.describe('Whole cents, without VAT as far as that is known'),
    vatPercent: z.number().nullable().describe('Null: not known, none reckoned'),
    vat: Sum,
    isBilled: z.boolean().describe('False: for information, the bank bills the merchant itself'),
  })
  .meta({ id: 'BillLine' });
export type BillLine = z.infer<typeof BillLine>;

/** What one merchant owes for one month. */
export const Bill = z
  .object({
    merchantId: Id,
    merchantName: z.string(),
    payer: Payer,
    lines: z.array(BillLine),
    urls: z.int().min(0).describe('The most URLs that counted on one day'),
    net: Sum,
    vat: Sum,
    total: Sum,
    bankCost: Sum.describe(
      'What the bank asks, whoever pays it; without VAT as far as that is known',
    ),
    margin: Sum.describe('What is invoiced less what the bank asks of the agency; without VAT'),
    invoiceId: Id.nullable().describe('Null: not closed, or nothing to bill'),
    invoiceNumber: z.string().nullable(),
    isComplete: z.boolean().describe('It is known to whom the invoice goes'),
  })
  .meta({ id: 'Bill' });
export type Bill = z.infer<typeof Bill>;

/** `running`: the month is not over. `open`: over, not closed. */
export const RunState = z.enum(['running', 'open', 'closed']);
export type RunState = z.infer<typeof RunState>;

const sums = { invoices: z.int().min(0), net: Sum, vat: Sum, total: Sum, margin: Sum };

export const BillingMonth = z
  .object({ month: Month, state: RunState, closedAt: z.iso.datetime().nullable(), ...sums })
  .meta({ id: 'BillingMonth' });
export type BillingMonth = z.infer<typeof BillingMonth>;

export const BillingMonths = z
  .object({ items: z.array(BillingMonth).describe('Newest first, at most 24') })
  .meta({ id: 'BillingMonths' });
export type BillingMonths = z.infer<typeof BillingMonths>;

/** A month: what closing it would make, or what it made. */
export const BillingRun = BillingMonth.extend({
  bills: z.array(Bill).describe('In order of name'),
  hasLetterhead: z.boolean().describe('It is known from whom the invoices come'),
}).meta({ id: 'BillingRun' });
export type BillingRun = z.infer<typeof BillingRun>;

export const CloseRun = z
  .strictObject({
    total: Sum.describe('The total that was seen; another one now means that nothing is closed'),
  })
  .meta({ id: 'CloseRun' });
export type CloseRun = z.infer<typeof CloseRun>;

export const BillAgain = z.strictObject({ merchantId: Id }).meta({ id: 'BillAgain' });
export type BillAgain = z.infer<typeof BillAgain>;

export const ClientMargin = z
  .object({
    merchantId: Id,
    merchantName: z.string(),
    invoiced: Sum,
    bankCost: Sum.describe('What the bank asked of the agency for this client; without VAT, too'),
    margin: Sum,
  })
  .meta({ id: 'ClientMargin' });
export type ClientMargin = z.infer<typeof ClientMargin>;

/** Of closed months, credit notes taken off; without VAT as far as that is known. */
export const Margins = z
  .object({ items: z.array(ClientMargin), invoiced: Sum, bankCost: Sum, margin: Sum })
  .meta({ id: 'Margins' });
export type Margins = z.infer<typeof Margins>;
