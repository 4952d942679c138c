import { Id } from '@toonbank/primitives';
import * as z from 'zod';
import { WebshopVerdict } from './overview';

export const merchantFiguresPath = 'v1/merchant-figures';

/** As many as a page of merchants holds. */
const most = 100;

export const MerchantFiguresQuery = z.strictObject({
  merchantIds: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(Id).min(1).max(most))
    .describe('Ids of merchants with commas between them; at most 100'),
});
export type MerchantFiguresQuery = z.infer<typeof MerchantFiguresQuery>;

/** How one merchant does, in production. Amounts are whole cents, EUR. */
export const MerchantFigure = z
  .object({
    merchantId: Id,
    verdict: WebshopVerdict.nullable().describe('Of its worst webshop; null: it has none'),
    lastPaidOn: z.iso.date().nullable().describe('Within the thirty days; else null'),
    paid: z.int().min(0).describe('Of the orders of thirty days, today included'),
    monthly: z.int().min(0).describe('What the bank asks for its URLs a month, as they are now'),
  })
  .meta({ id: 'MerchantFigure' });
export type MerchantFigure = z.infer<typeof MerchantFigure>;

export const MerchantFigures = z
  .object({ figures: z.array(MerchantFigure) })
  .meta({ id: 'MerchantFigures' });
export type MerchantFigures = z.infer<typeof MerchantFigures>;
