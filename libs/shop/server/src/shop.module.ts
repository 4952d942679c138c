import { Global, Module } from '@nestjs/common';
import { PlaceResolver } from '@toonbank/access/server';
import { Cursors } from '@toonbank/platform/http';
import { PointsOfInteraction } from './points-of-interaction';
import { PointsOfSale } from './points-of-sale';
import { Shops } from './shops';
import { ShopsRepository } from './shops.repository';
import { WebshopList } from './webshop-list';
import { WebshopPlaces } from './webshop-places';
import { Webshops } from './webshops';
import { WebshopsRepository } from './webshops.repository';

/**
 * Shops, points of sale and webshops, for every room above. Needs a `VirtualKeyIssuer` from one of
 * them.
 */
@Global()
@Module({
  providers: [
    Shops,
    PointsOfSale,
    PointsOfInteraction,
    Webshops,
    WebshopList,
    ShopsRepository,
    WebshopsRepository,
    Cursors,
    { provide: PlaceResolver, useClass: WebshopPlaces },
  ],
  exports: [Shops, PointsOfSale, PointsOfInteraction, Webshops, WebshopList, PlaceResolver],
})
export class ShopModule {}
