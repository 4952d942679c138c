export { ordersPlaces, ordersRoutes } from './orders.routes';
