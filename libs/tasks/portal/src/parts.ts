export { iconOf, linkOf } from './task-looks';
export { TaskSayings } from './task-sayings';
export { TasksApi } from './tasks-api';
