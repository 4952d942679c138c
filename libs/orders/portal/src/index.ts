export { brandName } from './order-states';
export { OrdersApi } from './orders-api';
export { ordersPlaces, ordersRoutes } from './orders.routes';
