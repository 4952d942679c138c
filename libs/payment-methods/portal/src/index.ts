export { methodRoutes, webshopMethodPages } from './methods.routes';
