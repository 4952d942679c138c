import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import {
  ChangeWebshop,
  CreatedWebshop,
  CreateWebshop,
  PointOfSaleParams,
  pointOfSaleWebshopsPath,
  WebshopDetail,
  WebshopPage,
  WebshopParams,
  WebshopQuery,
  webshopsPath,
} from '@toonbank/shop/contract';
import { WebshopList } from './webshop-list';
import { Webshops } from './webshops';

/** Webshops; what differs per environment has a controller of its own. */
@Controller()
export class WebshopsController {
  constructor(
    private readonly webshops: Webshops,
    private readonly list: WebshopList,
  ) {}

  @Post(pointOfSaleWebshopsPath)
  @Needs('webshops:write')
  @Returns(CreatedWebshop, 201)
  create(
    @InScope() scope: Scope,
    @Param({ schema: PointOfSaleParams }) { pointOfSaleId }: PointOfSaleParams,
    @Body({ schema: CreateWebshop }) webshop: CreateWebshop,
  ): Promise<CreatedWebshop> {
    return this.webshops.create(scope, pointOfSaleId, webshop);
  }

  @Get(webshopsPath)
  @Needs('webshops:read')
  @Returns(WebshopPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: WebshopQuery }) query: WebshopQuery,
  ): Promise<WebshopPage> {
    return this.list.page(scope, query);
  }

  @Get(`${webshopsPath}/:webshopId`)
  @Needs('webshops:read')
  @Returns(WebshopDetail)
  get(
    @InScope() scope: Scope,
    @Param({ schema: WebshopParams }) { webshopId }: WebshopParams,
  ): Promise<WebshopDetail> {
    return this.webshops.get(scope, webshopId);
  }

  @Patch(`${webshopsPath}/:webshopId`)
  @Needs('webshops:write')
  @Returns(WebshopDetail)
  change(
    @InScope() scope: Scope,
    @Param({ schema: WebshopParams }) { webshopId }: WebshopParams,
    @Body({ schema: ChangeWebshop }) change: ChangeWebshop,
  ): Promise<WebshopDetail> {
    return this.webshops.change(scope, webshopId, change);
  }
}
