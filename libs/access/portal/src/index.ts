export { accessRoutes } from './access.routes';
export { needs, signedIn } from './guards';
export { SessionApi } from './session-api';
export { sessionInterceptor } from './session.interceptor';
