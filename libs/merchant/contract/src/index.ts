export {
  ChangeMerchant,
  CreateMerchant,
  KvkNumber,
  Merchant,
  MerchantPage,
  MerchantParams,
  MerchantQuery,
  merchantsPath,
} from './merchants';
