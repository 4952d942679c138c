import { KvkNumber } from '@toonbank/merchant/contract';
import { Id, Language, Name } from '@toonbank/primitives';
import * as z from 'zod';

export const billingSettingsPath = 'v1/billing/settings';
export const clientBillingPath = 'v1/merchants/:merchantId/billing';

/** The bank does not say whether its price counts per shop or per contract: a setting (S27). */
export const CountsPer = z.enum(['shop', 'contract']);
export type CountsPer = z.infer<typeof CountsPer>;

/** A month counts whole once a URL counts in it, or by the days on which one does. */
export const ProRata = z.enum(['months', 'days']);
export type ProRata = z.infer<typeof ProRata>;

/** Whether VAT is in the bank's price. No source says it, so it starts unknown. */
export const BankVat = z.enum(['unknown', 'excluded', 'included']);
export type BankVat = z.infer<typeof BankVat>;

const Address = z.array(Name).min(1).max(4).describe('Street and number; postal code and place');
const VatNumber = z.string().trim().max(20).describe('Such as NL123456782B12');
const Iban = z.string().trim().max(42).describe('Where to pay; printed on invoices');

/** Who sends the invoices. */
export const Letterhead = z
  .strictObject({
    name: Name,
    address: Address,
    vatNumber: VatNumber,
    kvkNumber: KvkNumber.nullable(),
    iban: Iban.nullable(),
  })
  .meta({ id: 'Letterhead' });
export type Letterhead = z.infer<typeof Letterhead>;

/** To whom an invoice is sent. */
export const BilledTo = z
  .strictObject({ name: Name, address: Address, vatNumber: VatNumber.nullable() })
  .meta({ id: 'BilledTo' });
export type BilledTo = z.infer<typeof BilledTo>;

export const VatRate = z
  .object({
    percent: z.number().describe("Of the agency's own fee"),
    from: z.iso.date(),
    source: z.string(),
  })
  .meta({ id: 'VatRate' });
export type VatRate = z.infer<typeof VatRate>;

const termDays = z.int().min(0).max(120).describe('Days from the invoice to when it must be paid');
const bankVatSource = Name.nullable().describe('Who said so, in your own words');

export const BillingSettings = z
  .object({
    countsPer: CountsPer,
    proRata: ProRata,
    bankVat: BankVat,
    bankVatSource,
    termDays,
    letterhead: Letterhead.nullable().describe('Null: not filled in; no month can be closed'),
    vatRates: z.array(VatRate).describe('Newest first'),
  })
  .meta({ id: 'BillingSettings' });
export type BillingSettings = z.infer<typeof BillingSettings>;

/** What is left out stays as it is. */
export const ChangeBillingSettings = z
  .strictObject({
    countsPer: CountsPer.optional(),
    proRata: ProRata.optional(),
    bankVat: BankVat.optional(),
    bankVatSource: bankVatSource.optional(),
    termDays: termDays.optional(),
    letterhead: Letterhead.optional(),
  })
  .meta({ id: 'ChangeBillingSettings' });
export type ChangeBillingSettings = z.infer<typeof ChangeBillingSettings>;

/**
 * Who pays the bank. `merchant`: the bank bills the merchant, and our invoice holds the agency's fee
 * only. `agency`: the bank's price stands on our invoice too.
 */
export const Payer = z.enum(['merchant', 'agency']);
export type Payer = z.infer<typeof Payer>;

export const ClientBillingParams = z.strictObject({ merchantId: Id });
export type ClientBillingParams = z.infer<typeof ClientBillingParams>;

const client = {
  payer: Payer,
  language: Language.describe('Of the invoices'),
  billedTo: BilledTo.nullable().describe('Null: not filled in; no invoice can be made'),
};

export const ClientBilling = z
  .object({ merchantId: Id, merchantName: z.string(), ...client })
  .meta({ id: 'ClientBilling' });
export type ClientBilling = z.infer<typeof ClientBilling>;

/** What is left out stays as it is. */
export const ChangeClientBilling = z
  .strictObject({
    payer: Payer.optional(),
    language: Language.optional(),
    billedTo: BilledTo.optional(),
  })
  .meta({ id: 'ChangeClientBilling' });
export type ChangeClientBilling = z.infer<typeof ChangeClientBilling>;
