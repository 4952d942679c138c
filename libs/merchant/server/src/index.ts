export { MerchantHttpModule } from './merchant.http.module';
export { MerchantModule } from './merchant.module';
export { Merchants } from './merchants';
export { merchantTables } from './tables';
