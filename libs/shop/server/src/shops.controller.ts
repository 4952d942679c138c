import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { MerchantParams } from '@toonbank/merchant/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { PageQuery } from '@toonbank/primitives';
import {
  CreatePointOfSale,
  CreateShop,
  merchantShopsPath,
  PointOfSale,
  PointOfSalePage,
  pointsOfSalePath,
  Shop,
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
}
