import { Environment, Id, pageOf, PageQuery, Text } from '@toonbank/primitives';
import * as z from 'zod';
import { EndingAtBank, WebshopEnding } from './endings';
import { WebshopEnvironment } from './environments';
import { Software } from './software';

export const pointOfSaleWebshopsPath = 'v1/points-of-sale/:pointOfSaleId/webshops';

export const WebshopParams = z.strictObject({ webshopId: Id });
export type WebshopParams = z.infer<typeof WebshopParams>;

/** Kept in the form in which browsers write it: lower-case host, no default port. */
export const WebshopUrl = z
  .url({ protocol: /^https?$/, normalize: true, error: 'must be an http(s) address' })
  .max(500)
  .regex(
    /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i,
    'must not hold a user name, a query or a fragment',
  )
  .describe('http(s) address of the webshop');

/** One URL at a point of sale. */
export const Webshop = z
  .object({
    id: Id,
    merchantId: Id,
    pointOfSaleId: Id,
    url: z.url(),
    host: z.string().describe('Of the URL: how people call the webshop'),
    software: Software.nullable().describe('Null: not said'),
    ending: WebshopEnding.nullable().describe('Null: no end is set'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Webshop' });
export type Webshop = z.infer<typeof Webshop>;

const environments = z
  .array(WebshopEnvironment)
  .describe("Sandbox, then production; for an API key: the key's own only");

/** A webshop in a list. */
export const ListedWebshop = Webshop.extend({ merchantName: z.string(), environments }).meta({
  id: 'ListedWebshop',
});
export type ListedWebshop = z.infer<typeof ListedWebshop>;

export const WebshopPage = pageOf(ListedWebshop).meta({ id: 'WebshopPage' });
export type WebshopPage = z.infer<typeof WebshopPage>;

/** In order of URL. */
export const WebshopQuery = PageQuery.extend({
  merchantId: Id.optional(),
  shopId: Id.optional(),
  pointOfSaleId: Id.optional(),
  search: Text.trim().min(1).max(200).optional().describe('Part of the URL, or a whole poiId'),
  readiness: z
    .enum(['ready', 'not-ready'])
    .optional()
    .describe('Ready to sell: has a poiId and keys of the bank'),
  environment: Environment.optional().describe(
    'Which one `readiness` is about: production when absent. For an API key its own',
  ),
});
export type WebshopQuery = z.infer<typeof WebshopQuery>;

/** All that a page about a webshop needs to name. */
export const WebshopDetail = Webshop.extend({
  merchantName: z.string(),
  shopId: Id,
  shopName: z.string(),
  pointOfSaleName: z.string().describe("Stands on the shopper's bank statement"),
  environments,
  endingAtBank: EndingAtBank.nullable().describe('Null: the bank has nothing to know'),
}).meta({ id: 'WebshopDetail' });
export type WebshopDetail = z.infer<typeof WebshopDetail>;

export const CreateWebshop = z
  .strictObject({ url: WebshopUrl, software: Software.optional() })
  .meta({ id: 'CreateWebshop' });
export type CreateWebshop = z.infer<typeof CreateWebshop>;

/** What is left out stays as it is. */
export const ChangeWebshop = z
  .strictObject({ url: WebshopUrl.optional(), software: Software.nullable().optional() })
  .meta({ id: 'ChangeWebshop' });
export type ChangeWebshop = z.infer<typeof ChangeWebshop>;

/** What the webshop uses in place of the bank's pair, so that the bank's never leaves the vault. */
export const VirtualPair = z
  .object({ signingKey: z.string(), refreshToken: z.string() })
  .meta({ id: 'VirtualPair' });
export type VirtualPair = z.infer<typeof VirtualPair>;

export const CreatedWebshop = WebshopDetail.extend({
  virtualKeys: z
    .object({ sandbox: VirtualPair, production: VirtualPair })
    .describe('Shown now and never again'),
}).meta({ id: 'CreatedWebshop' });
export type CreatedWebshop = z.infer<typeof CreatedWebshop>;
