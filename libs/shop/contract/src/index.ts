export {
  BankStep,
  BankStepParams,
  ChangeEnvironment,
  DoneStep,
  PoiId,
  SetBankStep,
  WebshopEnvironment,
  WebshopPlaceParams,
} from './environments';
export {
  EndingAtBank,
  EndingToDo,
  SayEndingAtBank,
  SetWebshopEnding,
  WebshopEnding,
  webshopEndingPath,
} from './endings';
export { webshopsPath } from './paths';
export {
  ChangePointOfSale,
  ChangeShop,
  CreatePointOfSale,
  CreateShop,
  ListedShop,
  merchantShopsPath,
  PointOfSale,
  PointOfSalePage,
  PointOfSaleParams,
  pointOfSalePath,
  pointsOfSalePath,
  Shop,
  ShopDetail,
  ShopPage,
  ShopParams,
  ShopQuery,
  shopsPath,
} from './shops';
export { plugIns, Software } from './software';
export {
  ChangeWebshop,
  CreatedWebshop,
  CreateWebshop,
  ListedWebshop,
  pointOfSaleWebshopsPath,
  VirtualPair,
  Webshop,
  WebshopDetail,
  WebshopPage,
  WebshopParams,
  WebshopQuery,
  WebshopUrl,
} from './webshops';
