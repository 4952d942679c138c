import * as z from 'zod';

/** Text as clients send it: numbers too, null for absent. */
const Text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text ?? undefined);

/** `true` and `"true"`. */
const Flag = z
  .union([z.boolean(), z.string().transform((text) => text.toLowerCase() === 'true')])
  .nullish()
  .transform((flag) => flag ?? undefined);

/** Whole cents from a number, a float without a fraction, or text of digits. */
const Cents = z
  .union([z.number(), z.string()])
  .transform(Number)
  .refine(Number.isSafeInteger, { error: 'must be whole cents' });

const Money = z.looseObject({ currency: z.string().nullish(), amount: Cents });

export const AnnouncedItem = z.looseObject({
  id: Text,
  name: Text,
  description: Text,
  quantity: z.coerce.number().int().min(1).max(2_147_483_647),
  amount: Money,
  tax: Money.nullish().transform((tax) => tax ?? undefined),
  category: Text,
  vatCategory: Text,
});
export type AnnouncedItem = z.infer<typeof AnnouncedItem>;

export const AnnouncedAddress = z.looseObject({
  firstName: Text,
  middleName: Text,
  lastName: Text,
  street: Text,
  houseNumber: Text,
  houseNumberAddition: Text,
  postalCode: Text,
  city: Text,
  countryCode: Text,
});
export type AnnouncedAddress = z.infer<typeof AnnouncedAddress>;

export const AnnouncedCustomer = z.looseObject({
  emailAddress: Text,
  dateOfBirth: Text,
  gender: Text,
  initials: Text,
  telephoneNumber: Text,
  fullName: Text,
});
export type AnnouncedCustomer = z.infer<typeof AnnouncedCustomer>;

const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);

/** An announcement (v2), read as generously as the bank reads it: null is absent, unknown fields pass. */
export const Announcement = z.looseObject({
  timestamp: Text,
  merchantOrderId: Text,
  shopperBankstatementReference: Text,
  description: Text,
  amount: Money,
  orderItems: optional(z.array(AnnouncedItem)),
  shippingDetail: optional(AnnouncedAddress),
  billingDetail: optional(AnnouncedAddress),
  customerInformation: optional(AnnouncedCustomer),
  language: Text,
  merchantReturnURL: Text,
  paymentBrand: Text,
  paymentBrandForce: Text,
  paymentBrandMetaData: optional(z.looseObject({})),
  enableCardOnFile: Flag,
  shopperRef: Text,
  shippingCost: optional(Money),
  initiatingParty: Text,
  skipHppResultPage: Flag,
});
export type Announcement = z.infer<typeof Announcement>;

export const AnnouncementAnswer = z.looseObject({
  redirectUrl: z.string().min(1),
  omnikassaOrderId: z.uuid(),
});
export type AnnouncementAnswer = z.infer<typeof AnnouncementAnswer>;
