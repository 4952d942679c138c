import * as z from 'zod';

/** An amount as the bank sends it: whole cents as text of digits. Kept as text, for the signature. */
export const WireAmount = z.union([z.string(), z.number()]).transform(String);

/** Unknown fields pass: the bank may add some at any time, unsigned. */
export const WireMoney = z.looseObject({ currency: z.string(), amount: WireAmount });
export type WireMoney = z.infer<typeof WireMoney>;

/** Whole cents, or undefined for anything that is not a whole number of them. */
export function centsOf(amount: string): number | undefined {
  const cents = Number(amount);
  return /^-?\d{1,15}(\.0+)?$/.test(amount) && Number.isSafeInteger(cents) ? cents : undefined;
}
