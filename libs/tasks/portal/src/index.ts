export { TaskCount } from './task-count';
export { taskPlaces, taskRoutes } from './tasks.routes';
