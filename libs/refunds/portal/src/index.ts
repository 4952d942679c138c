export { refundPlaces, refundRoutes, refundSettingsRoutes } from './refunds.routes';

/** For the page of an order, a room below; loads when that page shows it. */
export const refundsOfOrder = () => import('./of-order');
