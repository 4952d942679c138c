import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';

export const overviewPath = 'v1/overview';

export const OverviewQuery = z.strictObject({
  environment: Environment.optional().describe('Production when absent'),
  merchantId: Id.optional(),
});
export type OverviewQuery = z.infer<typeof OverviewQuery>;

export const AttentionKind = z.enum(['key-expires', 'webshop-quiet', 'order-needs-look']);
export type AttentionKind = z.infer<typeof AttentionKind>;

const Where = z.object({
  merchantId: Id,
  merchantName: z.string(),
  webshopId: Id,
  host: z.string(),
});

/** Something that waits for a person, with its clock. */
export const Attention = Where.extend({
  kind: AttentionKind,
  urgency: z.enum(['bad', 'warn', 'info']),
  order: z
    .object({ id: Id, merchantOrderId: z.string() })
    .nullable()
    .describe('The order it is about, if it is about one'),
  since: z.iso.datetime().nullable().describe('When it began'),
  due: z.iso.datetime().nullable().describe('When it will be too late'),
}).meta({ id: 'Attention' });
export type Attention = z.infer<typeof Attention>;

export const WebshopVerdict = z.enum(['key-expires', 'quiet', 'needs-look', 'not-live', 'healthy']);
export type WebshopVerdict = z.infer<typeof WebshopVerdict>;

/** How a webshop does, over fourteen days. */
export const WebshopHealth = Where.extend({
  verdict: WebshopVerdict,
  lastPaidOn: z.iso.date().nullable().describe('Within the fourteen days; else null'),
  succeeded: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Share of the orders of seven days that ended paid; null when none ended'),
  paidPerDay: z.array(z.int().min(0)).length(14).describe('Paid orders, oldest day first'),
  keysExpireAt: z.iso.datetime().nullable().describe('Null: unknown'),
}).meta({ id: 'WebshopHealth' });
export type WebshopHealth = z.infer<typeof WebshopHealth>;

export const Overview = z
  .object({
    attention: z.array(Attention).describe('The most urgent first; at most 50'),
    webshops: z.array(WebshopHealth).describe('The worst first; at most 20'),
    webshopCount: z.int().min(0).describe('How many webshops were looked at'),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;
