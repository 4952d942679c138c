// What the portal puts together. Parts for rooms above stand in parts.ts, which no first page needs.
export { orderRefunds } from './order-refunds';
export { ordersPlaces, ordersRoutes } from './orders.routes';
