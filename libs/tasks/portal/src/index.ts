export { TaskCount } from './task-count';
export { taskWords } from './task-words';
export { taskPlaces, taskRoutes } from './tasks.routes';
