import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import {
  ChangeEnvironment,
  CreatedWebshop,
  CreateWebshop,
  PointOfSaleParams,
  pointOfSaleWebshopsPath,
  WebshopDetail,
  WebshopEnvironment,
  WebshopPage,
  WebshopParams,
  WebshopPlaceParams,
  WebshopQuery,
  webshopsPath,
} from '@toonbank/shop/contract';
import { PointsOfInteraction } from './points-of-interaction';
import { WebshopList } from './webshop-list';
import { Webshops } from './webshops';

/** Webshops and what the bank calls them, per environment. */
@Controller()
export class WebshopsController {
  constructor(
    private readonly webshops: Webshops,
    private readonly list: WebshopList,
    private readonly pointsOfInteraction: PointsOfInteraction,
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

  @Put(`${webshopsPath}/:webshopId/environments/:environment`)
  @Needs('webshops:write')
  @Returns(WebshopEnvironment)
  async change(
    @InScope() scope: Scope,
    @Param({ schema: WebshopPlaceParams }) { webshopId, environment }: WebshopPlaceParams,
    @Body({ schema: ChangeEnvironment }) change: ChangeEnvironment,
  ): Promise<WebshopEnvironment> {
    const place = await this.webshops.place(scope, webshopId, environment);
    return this.pointsOfInteraction.set(place, change);
  }
}
