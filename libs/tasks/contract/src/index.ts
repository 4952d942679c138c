export {
  Colleague,
  Colleagues,
  colleaguesPath,
  GiveTask,
  Task,
  TaskBall,
  TaskPage,
  TaskParams,
  TaskQuery,
  tasksPath,
} from './tasks';
