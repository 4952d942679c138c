import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';

/** Below `v1/orders`. */
export const paidTodayPath = 'paid-today';

export const PaidTodayQuery = z.strictObject({
  environment: Environment.optional().describe(
    "People: production when absent. API keys: the key's own, another one is refused",
  ),
  merchantId: Id.optional(),
  webshopId: Id.optional(),
});
export type PaidTodayQuery = z.infer<typeof PaidTodayQuery>;

const Whole = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Orders of one day that were paid before one moment of it. */
export const PaidSoFar = z
  .object({
    day: z.iso.date().describe('In Dutch time'),
    until: z.iso.datetime(),
    orders: Whole,
    paid: Whole.describe('Whole cents, EUR'),
  })
  .meta({ id: 'PaidSoFar' });
export type PaidSoFar = z.infer<typeof PaidSoFar>;

/** What was paid today until now, and a week before until the same time of the day. */
export const PaidToday = z
  .object({ today: PaidSoFar, weekBefore: PaidSoFar })
  .meta({ id: 'PaidToday' });
export type PaidToday = z.infer<typeof PaidToday>;
