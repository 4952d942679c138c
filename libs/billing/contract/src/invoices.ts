import { Id, Language, Name, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';
import { Month, Sum } from './month';
import { BillLine } from './runs';
import { BilledTo, Letterhead } from './settings';

export const invoicesPath = 'v1/invoices';
export const statementPath = 'v1/merchants/:merchantId/statement';

export const InvoiceKind = z.enum(['invoice', 'credit-note']);
export type InvoiceKind = z.infer<typeof InvoiceKind>;

/** `open`: made, not yet sent. `overdue` follows from the clock. */
export const InvoiceState = z.enum(['open', 'sent', 'overdue', 'paid', 'credited', 'credit']);
export type InvoiceState = z.infer<typeof InvoiceState>;

export const InvoiceParams = z.strictObject({ invoiceId: Id });
export type InvoiceParams = z.infer<typeof InvoiceParams>;

export const ListedInvoice = z
  .object({
    id: Id,
    merchantId: Id,
    merchantName: z.string(),
    kind: InvoiceKind,
    number: z.string().describe('Without gaps per agency and year, such as 2026-0007'),
    month: Month,
    issuedOn: z.iso.date(),
    dueOn: z.iso.date().nullable().describe('Null: a credit note'),
    state: InvoiceState,
    sentOn: z.iso.date().nullable(),
    paidOn: z.iso.date().nullable(),
    net: Sum,
    vat: Sum,
    total: Sum,
  })
  .meta({ id: 'ListedInvoice' });
export type ListedInvoice = z.infer<typeof ListedInvoice>;

export const InvoiceReference = z
  .object({ id: Id, number: z.string() })
  .meta({ id: 'InvoiceReference' });

/** What was sent stays: a mistake is put right by a credit note. */
export const Invoice = ListedInvoice.extend({
  language: Language,
  letterhead: Letterhead,
  billedTo: BilledTo,
  lines: z.array(BillLine),
  credits: InvoiceReference.nullable().describe('The invoice that this credit note takes back'),
  creditedBy: InvoiceReference.nullable().describe('The credit note that takes this one back'),
  reason: z.string().nullable().describe('Of a credit note'),
}).meta({ id: 'Invoice' });
export type Invoice = z.infer<typeof Invoice>;

export const InvoicePage = pageOf(ListedInvoice).meta({ id: 'InvoicePage' });
export type InvoicePage = z.infer<typeof InvoicePage>;

/** Newest first. */
export const InvoiceQuery = PageQuery.extend({
  merchantId: Id.optional(),
  month: Month.optional(),
  state: InvoiceState.optional(),
});
export type InvoiceQuery = z.infer<typeof InvoiceQuery>;

export const OnDay = z.strictObject({ on: z.iso.date() }).meta({ id: 'OnDay' });
export type OnDay = z.infer<typeof OnDay>;

export const CreditInvoice = z
  .strictObject({ reason: Name.min(3).describe('Stands on the credit note') })
  .meta({ id: 'CreditInvoice' });
export type CreditInvoice = z.infer<typeof CreditInvoice>;

export const StatementParams = z.strictObject({ merchantId: Id });
export type StatementParams = z.infer<typeof StatementParams>;

const mostDays = 3660;

/** Days from `from` to `until`, both included, Dutch time. */
export const StatementQuery = z
  .strictObject({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'must not be before `from`',
  })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) < mostDays * 86_400_000, {
    path: ['until'],
    error: 'must be within ten years of `from`',
  });
export type StatementQuery = z.infer<typeof StatementQuery>;

export const StatementEntry = z
  .object({
    on: z.iso.date(),
    kind: z.enum(['invoice', 'credit-note', 'payment']),
    number: z.string().describe('Of the invoice or the credit note'),
    amount: Sum.describe('Below zero: less to pay'),
    balance: Sum.describe('To pay after this'),
  })
  .meta({ id: 'StatementEntry' });
export type StatementEntry = z.infer<typeof StatementEntry>;

/** What a merchant was sent and what it paid. */
export const Statement = z
  .object({
    merchantId: Id,
    merchantName: z.string(),
    from: z.iso.date(),
    until: z.iso.date(),
    opening: Sum.describe('To pay before the first day'),
    entries: z.array(StatementEntry),
    closing: Sum.describe('To pay at the end of the last day'),
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;
