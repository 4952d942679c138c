export { accessRoutes } from './access.routes';
export { needs, signedIn } from './guards';
export { peoplePlaces, peopleRoutes } from './people.routes';
export { IdleWarning } from './proof/idle-warning';
export { SessionApi } from './session-api';
export { sessionInterceptor } from './session.interceptor';
