export { brandName } from './order-states';
export { OrdersApi } from './orders-api';
