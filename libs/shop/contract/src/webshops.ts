import { Environment, Id, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';

export const webshopsPath = 'v1/webshops';
export const pointOfSaleWebshopsPath = 'v1/points-of-sale/:pointOfSaleId/webshops';

export const PointOfSaleParams = z.strictObject({ pointOfSaleId: Id });
export type PointOfSaleParams = z.infer<typeof PointOfSaleParams>;

export const WebshopParams = z.strictObject({ webshopId: Id });
export type WebshopParams = z.infer<typeof WebshopParams>;

export const WebshopPlaceParams = z.strictObject({ webshopId: Id, environment: Environment });
export type WebshopPlaceParams = z.infer<typeof WebshopPlaceParams>;

/** The bank's id of a webshop in one environment; a number that is kept as text. */
export const PoiId = z
  .string()
  .regex(/^[1-9]\d{0,18}$/, 'must be a number of at most 19 digits, as text')
  .describe('Point of interaction');
export type PoiId = z.infer<typeof PoiId>;

/** Kept in the form in which browsers write it: lower-case host, no default port. */
export const WebshopUrl = z
  .url({ protocol: /^https?$/, normalize: true, error: 'must be an http(s) address' })
  .max(500)
  .regex(
    /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i,
    'must not hold a user name, a query or a fragment',
  )
  .describe('http(s) address of the webshop');

/** A webshop in one environment: here are its own poiId, keys and orders. */
export const WebshopEnvironment = z
  .object({ environment: Environment, poiId: PoiId.nullable().describe('Null until entered') })
  .meta({ id: 'WebshopEnvironment' });
export type WebshopEnvironment = z.infer<typeof WebshopEnvironment>;

/** One URL at a point of sale. */
export const Webshop = z
  .object({
    id: Id,
    merchantId: Id,
    pointOfSaleId: Id,
    url: z.url(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Webshop' });
export type Webshop = z.infer<typeof Webshop>;

export const WebshopPage = pageOf(Webshop).meta({ id: 'WebshopPage' });
export type WebshopPage = z.infer<typeof WebshopPage>;

export const WebshopQuery = PageQuery.extend({ merchantId: Id.optional() });
export type WebshopQuery = z.infer<typeof WebshopQuery>;

export const WebshopDetail = Webshop.extend({
  environments: z.array(WebshopEnvironment).describe("For an API key: the key's own only"),
}).meta({ id: 'WebshopDetail' });
export type WebshopDetail = z.infer<typeof WebshopDetail>;

export const CreateWebshop = z.strictObject({ url: WebshopUrl }).meta({ id: 'CreateWebshop' });
export type CreateWebshop = z.infer<typeof CreateWebshop>;

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

export const ChangeEnvironment = z
  .strictObject({ poiId: PoiId.nullable().describe('Null takes it away') })
  .meta({ id: 'ChangeEnvironment' });
export type ChangeEnvironment = z.infer<typeof ChangeEnvironment>;
