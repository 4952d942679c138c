export { accessRoutes } from './access.routes';
export { needs } from './guards';
export { SessionApi } from './session-api';
export { sessionInterceptor } from './session.interceptor';
