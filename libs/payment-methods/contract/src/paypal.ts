import { Id } from '@toonbank/primitives';
import * as z from 'zod';

export const paypalPath = 'v1/merchants/:merchantId/paypal';

export const PayPalItem = z.enum([
  'business-account',
  'email-at-bank',
  'settings-of-bank',
  'order-items',
]);
export type PayPalItem = z.infer<typeof PayPalItem>;

/** A setting or a fact that a person checks off, with where it is said. */
export interface ChecklistItem {
  readonly item: PayPalItem;
  readonly source: string;
}

/**
 * S36 and what goes with it. Data: the bank's own list of PayPal settings is a PDF that is not public,
 * so an item points to it rather than making one up.
 */
export const paypalChecklist: readonly ChecklistItem[] = [
  { item: 'business-account', source: 'S36' },
  { item: 'email-at-bank', source: 'S36' },
  { item: 'settings-of-bank', source: 'S36' },
  { item: 'order-items', source: 'APIPDF' },
];

export const PayPal = z
  .object({
    merchantId: Id,
    email: z.string().nullable().describe('Of the business account; null until it is said'),
    emailAt: z.iso.datetime().nullable(),
    emailBy: z.string().nullable(),
    checklist: z.array(
      z.object({
        item: PayPalItem,
        source: z.string(),
        doneAt: z.iso.datetime().nullable(),
        doneBy: z.string().nullable(),
      }),
    ),
    proof: z
      .object({ orderId: Id, paidAt: z.iso.datetime(), at: z.iso.datetime() })
      .nullable()
      .describe('A test order that was paid with PayPal in production'),
  })
  .meta({ id: 'PayPal' });
export type PayPal = z.infer<typeof PayPal>;

export const SetPayPal = z
  .strictObject({ email: z.email().max(254).describe('Of a business account at PayPal') })
  .meta({ id: 'SetPayPal' });
export type SetPayPal = z.infer<typeof SetPayPal>;

export const PayPalItemParams = z.strictObject({ merchantId: Id, item: PayPalItem });
export type PayPalItemParams = z.infer<typeof PayPalItemParams>;

export const CheckPayPalItem = z
  .strictObject({ done: z.boolean().describe('False takes it back') })
  .meta({ id: 'CheckPayPalItem' });
export type CheckPayPalItem = z.infer<typeof CheckPayPalItem>;
