export { MerchantHttpModule } from './merchant.http.module';
export { MerchantList } from './merchant-list';
export { MerchantModule } from './merchant.module';
export { Merchants } from './merchants';
export { type ShopCount, ShopCounts } from './shop-counts';
export { merchantTables } from './tables';
export { Turnovers } from './turnovers';
