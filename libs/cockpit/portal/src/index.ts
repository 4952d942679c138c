import type { figuresOfMerchants as Figures } from './figures-of-merchants';

export { cockpitPlaces, cockpitRoutes } from './cockpit.routes';

/** For the list of merchants, a room below; loads when that list shows. */
export const figuresOfMerchants: typeof Figures = async (...asked) =>
  (await import('./figures-of-merchants')).figuresOfMerchants(...asked);
