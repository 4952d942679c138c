export { keyPlaces, keyRoutes } from './keys.routes';
export { lastPaid, type LastPaid } from './last-paid';
export { keySettingsRoutes } from './rotation/rotation.routes';
