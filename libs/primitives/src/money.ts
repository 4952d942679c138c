import * as z from 'zod';

/** The bank's ceiling for one order: EUR 99,999.99. */
export const maxCents = 9_999_999;

/** Whole cents. Never a float: a fraction is refused, not rounded. */
export const Cents = z.int().min(-maxCents).max(maxCents).describe('Whole cents');

export const Currency = z.literal('EUR');

export const Money = z
  .strictObject({ currency: Currency, amount: Cents })
  .meta({ id: 'Money', description: 'EUR 12.50 is { "currency": "EUR", "amount": 1250 }' });
export type Money = z.infer<typeof Money>;

export function euro(cents: number): Money {
  return { currency: 'EUR', amount: cents };
}
