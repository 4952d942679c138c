export { keyPlaces, keyRoutes } from './keys.routes';
export { lastPaid, type LastPaid } from './last-paid';
export { refusedMessages } from './refused-messages';
export { keySettingsRoutes } from './rotation/rotation.routes';
