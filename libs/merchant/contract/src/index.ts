export {
  ChangeMerchant,
  CreateMerchant,
  KvkNumber,
  ListedMerchant,
  Merchant,
  MerchantPage,
  MerchantParams,
  MerchantQuery,
  merchantsPath,
  turnoverDays,
} from './merchants';
