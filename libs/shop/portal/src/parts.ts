export { ConnectStepper } from './connect/connect-stepper';
export { JustIssued } from './connect/just-issued';
export { UrlPricePlace } from './url-price-place';
export { readinessOf, softwareText } from './webshop-states';
export { ShopsApi } from './shops-api';
export {
  modelOf,
  rulesOf,
  softwareOf,
  WebshopFields,
  withProtocol,
  type WebshopModel,
} from './connect/webshop-fields';
