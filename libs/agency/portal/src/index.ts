export { agencyPlaces, agencyRoutes } from './agency.routes';
export { House } from './house';
export { HouseLogo } from './house-logo';
