export { refundPlaces, refundRoutes } from './refunds.routes';
