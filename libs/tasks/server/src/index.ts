export { tasksTables } from './tables';
export { TasksHttpModule } from './tasks.http.module';
export { TasksWorkerModule } from './tasks.worker.module';
