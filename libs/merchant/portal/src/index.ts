export { type MerchantFigure, merchantFigures, type WantedFigures } from './merchant-figures';
export { merchantPlaces, merchantRoutes } from './merchant.routes';
