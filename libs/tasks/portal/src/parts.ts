export { iconOf, linkOf } from './task-looks';
export { TaskSayings, taskWords } from './task-words';
export { TasksApi } from './tasks-api';
