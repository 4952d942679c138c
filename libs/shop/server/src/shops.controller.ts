import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { MerchantParams } from '@toonbank/merchant/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { PageQuery } from '@toonbank/primitives';
import {
  ChangePointOfSale,
  ChangeShop,
  CreatePointOfSale,
  CreateShop,
  merchantShopsPath,
  PointOfSale,
  PointOfSalePage,
  PointOfSaleParams,
  pointOfSalePath,
  pointsOfSalePath,
  Shop,
  ShopDetail,
  ShopPage,
  ShopParams,
  ShopQuery,
  shopsPath,
} from '@toonbank/shop/contract';
import { PointsOfSale } from './points-of-sale';
import { Shops } from './shops';

/** Reading needs `merchants:read`, which API keys lack: a webshop is not shown its neighbours. */
@Controller()
export class ShopsController {
  constructor(
    private readonly shops: Shops,
    private readonly pointsOfSale: PointsOfSale,
  ) {}

  @Post(merchantShopsPath)
  @Needs('webshops:write')
  @Returns(Shop, 201)
  create(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
    @Body({ schema: CreateShop }) shop: CreateShop,
  ): Promise<Shop> {
    return this.shops.create(scope, merchantId, shop);
  }

  @Get(shopsPath)
  @Needs('merchants:read')
  @Returns(ShopPage)
  page(@InScope() scope: Scope, @Query({ schema: ShopQuery }) query: ShopQuery): Promise<ShopPage> {
    return this.shops.page(scope, query);
  }

  @Get(`${shopsPath}/:shopId`)
  @Needs('merchants:read')
  @Returns(ShopDetail)
  get(
    @InScope() scope: Scope,
    @Param({ schema: ShopParams }) { shopId }: ShopParams,
  ): Promise<ShopDetail> {
    return this.shops.get(scope, shopId);
  }

  @Patch(`${shopsPath}/:shopId`)
  @Needs('webshops:write')
  @Returns(ShopDetail)
  change(
    @InScope() scope: Scope,
    @Param({ schema: ShopParams }) { shopId }: ShopParams,
    @Body({ schema: ChangeShop }) change: ChangeShop,
  ): Promise<ShopDetail> {
    return this.shops.change(scope, shopId, change);
  }

  @Post(pointsOfSalePath)
  @Needs('webshops:write')
  @Returns(PointOfSale, 201)
  createPointOfSale(
    @InScope() scope: Scope,
    @Param({ schema: ShopParams }) { shopId }: ShopParams,
    @Body({ schema: CreatePointOfSale }) pointOfSale: CreatePointOfSale,
  ): Promise<PointOfSale> {
    return this.pointsOfSale.create(scope, shopId, pointOfSale);
  }

  @Get(pointsOfSalePath)
  @Needs('merchants:read')
  @Returns(PointOfSalePage)
  pagePointsOfSale(
    @InScope() scope: Scope,
    @Param({ schema: ShopParams }) { shopId }: ShopParams,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<PointOfSalePage> {
    return this.pointsOfSale.page(scope, shopId, query);
  }

  @Patch(`${pointOfSalePath}/:pointOfSaleId`)
  @Needs('webshops:write')
  @Returns(PointOfSale)
  changePointOfSale(
    @InScope() scope: Scope,
    @Param({ schema: PointOfSaleParams }) { pointOfSaleId }: PointOfSaleParams,
    @Body({ schema: ChangePointOfSale }) change: ChangePointOfSale,
  ): Promise<PointOfSale> {
    return this.pointsOfSale.change(scope, pointOfSaleId, change);
  }
}
