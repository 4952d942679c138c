import { Id, Name, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';

export const merchantsPath = 'v1/merchants';

/** The number in the trade register. It has no check digit: only its form can be checked. */
export const KvkNumber = z.string().regex(/^\d{8}$/, 'must be 8 digits');

/** A company that is paid; a client of the agency. */
export const Merchant = z
  .object({
    id: Id,
    name: z.string(),
    kvkNumber: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Merchant' });
export type Merchant = z.infer<typeof Merchant>;

/** A merchant in a list, with how much it has. */
export const ListedMerchant = Merchant.extend({
  shopCount: z.int().min(0),
  webshopCount: z.int().min(0),
}).meta({ id: 'ListedMerchant' });
export type ListedMerchant = z.infer<typeof ListedMerchant>;

export const MerchantPage = pageOf(ListedMerchant).meta({ id: 'MerchantPage' });
export type MerchantPage = z.infer<typeof MerchantPage>;

export const MerchantParams = z.strictObject({ merchantId: Id });
export type MerchantParams = z.infer<typeof MerchantParams>;

/** Turnover is what was paid in production over so many days, today included. */
export const turnoverDays = 30;

export const MerchantQuery = PageQuery.extend({
  search: Name.optional().describe('Part of the name; case and accents are ignored'),
  sort: z
    .enum(['name', 'turnover'])
    .optional()
    .describe(
      `By name when absent. Turnover: of production, over ${turnoverDays} days, the day of the first page included; equals by name`,
    ),
  order: z.enum(['asc', 'desc']).optional().describe('When absent: by name asc, by turnover desc'),
});
export type MerchantQuery = z.infer<typeof MerchantQuery>;

export const CreateMerchant = z
  .strictObject({ name: Name, kvkNumber: KvkNumber.optional() })
  .meta({ id: 'CreateMerchant' });
export type CreateMerchant = z.infer<typeof CreateMerchant>;

/** What is left out stays as it is. */
export const ChangeMerchant = z
  .strictObject({ name: Name.optional(), kvkNumber: KvkNumber.nullable().optional() })
  .meta({ id: 'ChangeMerchant' });
export type ChangeMerchant = z.infer<typeof ChangeMerchant>;
