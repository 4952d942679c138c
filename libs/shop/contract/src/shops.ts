import { Id, Name, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';

export const shopsPath = 'v1/shops';
export const merchantShopsPath = 'v1/merchants/:merchantId/shops';
export const pointsOfSalePath = 'v1/shops/:shopId/points-of-sale';
export const pointOfSalePath = 'v1/points-of-sale';

export const ShopParams = z.strictObject({ shopId: Id });
export type ShopParams = z.infer<typeof ShopParams>;

/** What the bank bills: three URLs are included. */
export const Shop = z
  .object({ id: Id, merchantId: Id, name: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: 'Shop' });
export type Shop = z.infer<typeof Shop>;

/** A shop in a list, with how much it has. */
export const ListedShop = Shop.extend({
  pointOfSaleCount: z.int().min(0),
  webshopCount: z.int().min(0),
}).meta({ id: 'ListedShop' });
export type ListedShop = z.infer<typeof ListedShop>;

export const ShopDetail = Shop.extend({ merchantName: z.string() }).meta({ id: 'ShopDetail' });
export type ShopDetail = z.infer<typeof ShopDetail>;

export const ShopPage = pageOf(ListedShop).meta({ id: 'ShopPage' });
export type ShopPage = z.infer<typeof ShopPage>;

/** Oldest first, as every list of this room. */
export const ShopQuery = PageQuery.extend({ merchantId: Id.optional() });
export type ShopQuery = z.infer<typeof ShopQuery>;

export const CreateShop = z.strictObject({ name: Name }).meta({ id: 'CreateShop' });
export type CreateShop = z.infer<typeof CreateShop>;

export const ChangeShop = z.strictObject({ name: Name }).meta({ id: 'ChangeShop' });
export type ChangeShop = z.infer<typeof ChangeShop>;

export const PointOfSaleParams = z.strictObject({ pointOfSaleId: Id });
export type PointOfSaleParams = z.infer<typeof PointOfSaleParams>;

/** The online counter of a shop; its name stands on the shopper's bank statement. */
export const PointOfSale = z
  .object({
    id: Id,
    merchantId: Id,
    shopId: Id,
    name: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PointOfSale' });
export type PointOfSale = z.infer<typeof PointOfSale>;

export const PointOfSalePage = pageOf(PointOfSale).meta({ id: 'PointOfSalePage' });
export type PointOfSalePage = z.infer<typeof PointOfSalePage>;

export const CreatePointOfSale = z.strictObject({ name: Name }).meta({ id: 'CreatePointOfSale' });
export type CreatePointOfSale = z.infer<typeof CreatePointOfSale>;

export const ChangePointOfSale = z.strictObject({ name: Name }).meta({ id: 'ChangePointOfSale' });
export type ChangePointOfSale = z.infer<typeof ChangePointOfSale>;
