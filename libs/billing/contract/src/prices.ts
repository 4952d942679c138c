import { Cents, Id, Name } from '@toonbank/primitives';
import * as z from 'zod';
import { Month } from './month';
import { BankVat, CountsPer, ProRata } from './settings';

export const bankPricesPath = 'v1/billing/bank-prices';
export const feesPath = 'v1/billing/fees';

export const PriceParams = z.strictObject({ priceId: Id });
export type PriceParams = z.infer<typeof PriceParams>;

/** A price of one month. The bank's highest is EUR 10.00; ten thousand times that is a typing error. */
const Price = Cents.min(0)
  .max(10_000_000 - 1)
  .describe('Whole cents a month, EUR');

const months = {
  from: Month.describe('The first month in which it holds'),
  until: Month.nullable().describe('The last month in which it holds; null: until further notice'),
};

const endsRunning = z
  .boolean()
  .default(false)
  .describe('The price that still runs then ends in the month before, in one go');

const inOrder = {
  check: ({ from, until }: { from: Month; until: Month | null }) => !until || from <= until,
  words: { path: ['until'], error: 'must not be before `from`' },
};

const bankPrice = {
  shop: Price.describe('Per shop (or contract) and month, whole cents'),
  includedUrls: z.int().min(0).max(1000).describe('How many URLs that price includes'),
  extraUrl: Price.describe('Per further URL and month, whole cents'),
  source: Name.describe('Where this price was read'),
};

/** What the bank asks, in the months in which it asks that. */
export const BankPrice = z
  .object({
    id: Id.nullable().describe('Null: known from the start, holds where no other does'),
    from: Month.nullable().describe('Null: as far back as is known'),
    until: Month.nullable(),
    ...bankPrice,
    isUsed: z.boolean().describe('A closed month used it: what it was then stays'),
  })
  .meta({ id: 'BankPrice' });
export type BankPrice = z.infer<typeof BankPrice>;

export const BankPrices = z
  .object({ items: z.array(BankPrice).describe('Newest first, the one known from the start last') })
  .meta({ id: 'BankPrices' });
export type BankPrices = z.infer<typeof BankPrices>;

export const SetBankPrice = z
  .strictObject({ ...months, ...bankPrice })
  .refine(inOrder.check, inOrder.words)
  .meta({ id: 'SetBankPrice' });
export type SetBankPrice = z.infer<typeof SetBankPrice>;

export const AddBankPrice = z
  .strictObject({ ...months, ...bankPrice, endsRunning })
  .refine(inOrder.check, inOrder.words)
  .meta({ id: 'AddBankPrice' });
export type AddBankPrice = z.infer<typeof AddBankPrice>;

const fee = {
  merchantId: Id.nullable().describe('Null: of every merchant that has none of its own'),
  month: Price.describe('Per merchant and month, whole cents'),
  url: Price.describe('Per URL and month, whole cents'),
};

/** What the agency itself asks, without VAT. */
export const Fee = z
  .object({ id: Id, ...months, ...fee, merchantName: z.string().nullable(), isUsed: z.boolean() })
  .meta({ id: 'Fee' });
export type Fee = z.infer<typeof Fee>;

export const Fees = z
  .object({ items: z.array(Fee).describe('Those for everybody first; newest first') })
  .meta({ id: 'Fees' });
export type Fees = z.infer<typeof Fees>;

export const SetFee = z
  .strictObject({ ...months, ...fee })
  .refine(inOrder.check, inOrder.words)
  .meta({ id: 'SetFee' });
export type SetFee = z.infer<typeof SetFee>;

export const AddFee = z
  .strictObject({ ...months, ...fee, endsRunning })
  .refine(inOrder.check, inOrder.words)
  .meta({ id: 'AddFee' });
export type AddFee = z.infer<typeof AddFee>;

export const ShopPriceParams = z.strictObject({ shopId: Id });
export type ShopPriceParams = z.infer<typeof ShopPriceParams>;

export const shopPricePath = 'v1/shops/:shopId/next-url-price';

/** What the bank asks for a shop, and what one URL more would add: said before it is added. */
export const NextUrlPrice = z
  .object({
    shopId: Id,
    countsPer: CountsPer.describe('Of what the included URLs are counted'),
    includedUrls: z.int().min(0),
    usedUrls: z.int().min(0).describe('URLs that count now'),
    shop: z.int().min(0).describe('The price with the included URLs, whole cents a month'),
    extraUrl: z.int().min(0).describe('The price of a URL beyond those, whole cents a month'),
    monthly: z.int().min(0).describe('What the bank asks a month as things stand, whole cents'),
    next: z.int().min(0).describe('What the next URL adds to that, whole cents a month'),
    from: z.iso.date().describe('The day from which the next URL would count, Dutch time'),
    proRata: ProRata.describe('Whether a month counts whole or by its days'),
    bankVat: BankVat.describe('Whether VAT is in these prices'),
    source: z.string().describe('Where the price was read'),
  })
  .meta({ id: 'NextUrlPrice' });
export type NextUrlPrice = z.infer<typeof NextUrlPrice>;
