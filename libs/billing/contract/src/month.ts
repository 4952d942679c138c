import * as z from 'zod';

/** A calendar month in Dutch time: `2026-10`. Sorts as text. */
export const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-10')
  .describe('A calendar month such as 2026-10');
export type Month = z.infer<typeof Month>;

export const MonthParams = z.strictObject({ month: Month });
export type MonthParams = z.infer<typeof MonthParams>;

/** Months from `from` to `until`, both included. */
export const MonthsQuery = z
  .strictObject({ from: Month, until: Month })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'must not be before `from`',
  });
export type MonthsQuery = z.infer<typeof MonthsQuery>;

/** Sums may be larger than one order may be, and a credit note is below zero. */
export const Sum = z
  .int()
  .min(Number.MIN_SAFE_INTEGER)
  .max(Number.MAX_SAFE_INTEGER)
  .describe('Whole cents, EUR');
