export { taskPlaces, taskRoutes } from './tasks.routes';
