export { exportDoorRoutes, exportPlaces, exportRoutes } from './exports.routes';
