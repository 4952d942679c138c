import { maxCents, Money, Text } from '@toonbank/primitives';
import * as z from 'zod';

const text = (max: number) => Text.min(1).max(max);

/** More than nothing, at most EUR 99,999.99. */
const Total = Money.refine(({ amount }) => amount >= 1 && amount <= maxCents, {
  path: ['amount'],
  error: 'must be at least 1 and at most 9999999 cents (EUR 99,999.99)',
});

export const OrderItem = z
  .strictObject({
    id: text(255).optional(),
    name: text(255),
    description: text(1000).optional(),
    quantity: z.int().min(1).max(2_147_483_647),
    amount: Money.describe('Per piece, with VAT; negative for a discount'),
    tax: Money.optional().describe('VAT per piece'),
    category: z.enum(['PHYSICAL', 'DIGITAL']),
    vatCategory: z.enum(['1', '2', '3', '4']).optional().describe('1 21 %, 2 9 %, 3 0 %, 4 exempt'),
  })
  .meta({ id: 'OrderItem' });

export const Address = z
  .strictObject({
    firstName: text(255).optional(),
    middleName: text(255).optional(),
    lastName: text(255),
    street: text(255),
    houseNumber: text(255).optional(),
    houseNumberAddition: text(255).optional(),
    postalCode: text(32),
    city: text(255),
    countryCode: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as NL'),
  })
  .meta({ id: 'Address', description: 'Passed on to the bank; not kept' });

export const Customer = z
  .strictObject({
    emailAddress: z.email().max(255).optional(),
    dateOfBirth: z
      .string()
      .regex(/^\d{2}-\d{2}-\d{4}$/, 'must be DD-MM-YYYY')
      .optional(),
    gender: z.enum(['M', 'F', 'O']).optional(),
    initials: text(255).optional(),
    telephoneNumber: text(64).optional(),
    fullName: text(255).optional(),
  })
  .meta({ id: 'Customer', description: 'Passed on to the bank; not kept' });

/** What a webshop sends to have an order announced at the bank. */
export const CreateOrder = z
  .strictObject({
    merchantOrderId: text(255).describe("The shop's own order number"),
    amount: Total,
    returnUrl: Text.max(1024).describe('Where the shopper comes back to, signed'),
    description: text(1000).optional(),
    language: z
      .string()
      .toUpperCase()
      .pipe(z.enum(['NL', 'EN', 'FR', 'DE']))
      .optional(),
    bankStatementReference: text(255).optional(),
    paymentBrand: text(50).optional(),
    paymentBrandForce: z.enum(['FORCE_ONCE', 'FORCE_ALWAYS']).optional(),
    skipResultPage: z.boolean().optional(),
    items: z.array(OrderItem).max(99).optional(),
    shippingAddress: Address.optional(),
    billingAddress: Address.optional(),
    customer: Customer.optional(),
  })
  .refine((o) => !o.items?.length || itemsTotal(o.items) === o.amount.amount, {
    path: ['items'],
    error: 'amount times quantity of the items must add up to the amount of the order',
  })
  .refine((o) => (o.paymentBrand === undefined) === (o.paymentBrandForce === undefined), {
    path: ['paymentBrandForce'],
    error: 'paymentBrand and paymentBrandForce go together',
  })
  .meta({ id: 'CreateOrder' });
export type CreateOrder = z.infer<typeof CreateOrder>;

function itemsTotal(items: readonly { quantity: number; amount: Money }[]): number {
  return items.reduce((sum, { quantity, amount }) => sum + quantity * amount.amount, 0);
}
