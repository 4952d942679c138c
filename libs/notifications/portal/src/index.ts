export { notificationsPlaces, notificationsRoutes } from './notifications.routes';
