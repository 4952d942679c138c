export { billingPlaces, billingRoutes } from './billing.routes';

/** For rooms below that say a price; each loads when a page shows it. */
export const urlPrices = {
  ofShop: () => import('./shop-cost').then((m) => m.ShopCost),
  ofNext: () => import('./next-url-note').then((m) => m.NextUrlNote),
};
