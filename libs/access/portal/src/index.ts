export { accessWords } from './access-words';
export { accessRoutes } from './access.routes';
export { needs, signedIn } from './guards';
export { peoplePlaces, peopleRoutes } from './people.routes';
export { SessionApi } from './session-api';
export { sessionInterceptor } from './session.interceptor';
