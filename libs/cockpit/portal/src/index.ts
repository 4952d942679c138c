export { cockpitPlaces, cockpitRoutes } from './cockpit.routes';
