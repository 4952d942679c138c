export { auditPlaces, auditRoutes } from './audit.routes';
