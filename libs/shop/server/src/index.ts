export { PointsOfInteraction } from './points-of-interaction';
export { PointsOfSale } from './points-of-sale';
export { ShopHttpModule } from './shop.http.module';
export { ShopModule } from './shop.module';
export { Shops } from './shops';
export { shopTables } from './tables';
export { WebshopList } from './webshop-list';
export { type IssueVirtualPair, VirtualKeyIssuer } from './virtual-key-issuer';
export { Webshops } from './webshops';
