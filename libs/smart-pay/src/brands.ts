import * as z from 'zod';

/** Names seen so far. Data, not a rule: the bank adds brands, and unknown ones are tolerated. */
export const knownBrands = [
  'IDEAL',
  'VISA',
  'MASTERCARD',
  'MAESTRO',
  'V_PAY',
  'BANCONTACT',
  'PAYPAL',
  'BILLINK',
  'APPLE_PAY',
  'CARDS',
] as const;

/** Which brands a webshop has, and whether shoppers may use them. */
export const PaymentBrands = z.looseObject({
  paymentBrands: z.array(z.looseObject({ name: z.string(), status: z.string() })),
});
export type PaymentBrands = z.infer<typeof PaymentBrands>;

export const IdealIssuers = z.looseObject({
  issuers: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      logos: z.array(z.looseObject({ url: z.string(), mimeType: z.string() })).nullish(),
      countryNames: z.string().nullish(),
    }),
  ),
});
export type IdealIssuers = z.infer<typeof IdealIssuers>;

export const StoredCards = z.looseObject({
  cardOnFileList: z.array(
    z.looseObject({
      id: z.string(),
      last4Digits: z.string(),
      brand: z.string(),
      cardExpiry: z.string(),
      tokenExpiry: z.string(),
      status: z.string(),
    }),
  ),
});
export type StoredCards = z.infer<typeof StoredCards>;
