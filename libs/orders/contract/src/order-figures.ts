import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';
import { OrderStatus } from './order-status';

/** Below `v1/orders`. */
export const orderTotalsPath = 'totals';
export const orderCountPath = 'count';

const mostDays = 400;
const dayMs = 24 * 3_600_000;

/** Orders that were made from `from` to `until`, both included, days in Dutch time. */
export const OrderTotalsQuery = z
  .strictObject({
    environment: Environment.optional().describe('Production when absent'),
    merchantId: Id.optional(),
    webshopId: Id.optional(),
    from: z.iso.date(),
    until: z.iso.date(),
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'must not be before `from`',
  })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) < mostDays * dayMs, {
    path: ['until'],
    error: `must be within ${mostDays} days of \`from\``,
  });
export type OrderTotalsQuery = z.infer<typeof OrderTotalsQuery>;

/** Sums may be larger than one order may be. */
const Sum = z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe('Whole cents, EUR');
const Count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The orders of one day that have this status now. */
export const OrderDay = z
  .object({ day: z.iso.date(), status: OrderStatus, orders: Count, paid: Sum })
  .meta({ id: 'OrderDay' });
export type OrderDay = z.infer<typeof OrderDay>;

export const OrderTotals = z
  .object({ days: z.array(OrderDay).describe('Oldest first; only what there was') })
  .meta({ id: 'OrderTotals' });
export type OrderTotals = z.infer<typeof OrderTotals>;

export const OrderCount = z
  .object({
    count: Count,
    isMore: z.boolean().describe('There are more: counting stops at 10,000'),
  })
  .meta({ id: 'OrderCount' });
export type OrderCount = z.infer<typeof OrderCount>;
