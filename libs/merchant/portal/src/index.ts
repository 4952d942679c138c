export { merchantPlaces, merchantRoutes } from './merchant.routes';
