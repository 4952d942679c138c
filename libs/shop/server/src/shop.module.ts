import { Global, Module } from '@nestjs/common';
import { PeopleNames, PlaceResolver } from '@toonbank/access/server';
import { ShopCounts } from '@toonbank/merchant/server';
import { Cursors } from '@toonbank/platform/http';
import { BankSteps } from './bank-steps';
import { KeptShopCounts } from './kept-shop-counts';
import { PointsOfInteraction } from './points-of-interaction';
import { PointsOfSale } from './points-of-sale';
import { ShopViews } from './shop-views';
import { Shops } from './shops';
import { ShopsRepository } from './shops.repository';
import { UrlHistory } from './url-history';
import { UrlPeriodsRepository } from './url-periods.repository';
import { EndingWaits } from './ending-waits';
import { WebshopEndings } from './webshop-endings';
import { WebshopList } from './webshop-list';
import { WebshopNames } from './webshop-names';
import { WebshopPlaces } from './webshop-places';
import { WebshopViews } from './webshop-views';
import { Webshops } from './webshops';
import { WebshopsRepository } from './webshops.repository';

/**
 * Shops, points of sale and webshops, for every room above. Needs a `VirtualKeyIssuer` from one of
 * them.
 */
@Global()
@Module({
  providers: [
    BankSteps,
    PeopleNames,
    Shops,
    ShopViews,
    PointsOfSale,
    PointsOfInteraction,
    Webshops,
    WebshopList,
    WebshopNames,
    WebshopViews,
    UrlHistory,
    UrlPeriodsRepository,
    EndingWaits,
    WebshopEndings,
    ShopsRepository,
    WebshopsRepository,
    Cursors,
    { provide: PlaceResolver, useClass: WebshopPlaces },
    { provide: ShopCounts, useClass: KeptShopCounts },
  ],
  exports: [
    BankSteps,
    Shops,
    PointsOfSale,
    PointsOfInteraction,
    Webshops,
    WebshopList,
    WebshopNames,
    WebshopEndings,
    UrlHistory,
    PlaceResolver,
    ShopCounts,
  ],
})
export class ShopModule {}
