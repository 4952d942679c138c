export { keyPlaces, keyRoutes } from './keys.routes';
