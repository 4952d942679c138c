export { notificationsPlaces, notificationsRoutes } from './notifications.routes';

/** For pages of keys: which messages none of them verified. Loads when a page shows it. */
export const refusedNote = () => import('./refused-note').then((m) => m.RefusedNote);
