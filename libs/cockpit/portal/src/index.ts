export { cockpitPlaces, cockpitRoutes } from './cockpit.routes';

/** For the list of merchants, a room below; loads when that list shows. */
export const figuresOfMerchants: typeof import('./figures-of-merchants').figuresOfMerchants =
  async (...asked) => (await import('./figures-of-merchants')).figuresOfMerchants(...asked);
