export {
  AddBillinkExclusion,
  Billink,
  BillinkExclusion,
  BillinkExclusions,
  billinkExclusionsPath,
  BillinkForm,
  billinkPath,
  EndBillinkExclusion,
  ExclusionParams,
  FillBillink,
} from './billink';
export {
  Brand,
  BrandCatalogue,
  BrandKind,
  BrandLane,
  brandOf,
  catalogue,
  KnownBrand,
} from './brands';
export {
  ContractParams,
  MethodContract,
  MethodContractDetail,
  MethodContracts,
  MethodState,
  MethodStep,
  MethodStepTaken,
  MethodTurn,
  RequestMethod,
  TakeMethodStep,
} from './contracts';
export { laneOf, ownLanes } from './lanes';
export {
  merchantContractsPath,
  methodContractsPath,
  paymentBrandsPath,
  webshopMethodsPath,
} from './paths';
export {
  CheckTrouble,
  Drift,
  SetWish,
  WebshopMethod,
  WebshopMethodParams,
  WebshopMethods,
  WebshopMethodsParams,
  Wish,
} from './webshop-methods';
export {
  type ChecklistItem,
  CheckPayPalItem,
  PayPal,
  paypalChecklist,
  PayPalItem,
  PayPalItemParams,
  paypalPath,
  SetPayPal,
} from './paypal';
export {
  MethodTariffs,
  methodTariffsPath,
  SetTariffs,
  TariffEstimate,
  TariffLine,
  TariffPart,
} from './tariffs';
