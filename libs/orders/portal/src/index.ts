import type { lastPaidOf as LastPaidOf } from './last-paid-of';

// What the portal puts together. Parts for rooms above stand in parts.ts, which no first page needs.
export { orderRefunds } from './order-refunds';
export { ordersPlaces, ordersRoutes } from './orders.routes';

/** For the head of a webshop, a page of a room below; loads when that page shows. */
export const lastPaidOf: typeof LastPaidOf = async (...asked) =>
  (await import('./last-paid-of')).lastPaidOf(...asked);
