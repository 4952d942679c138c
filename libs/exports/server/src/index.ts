export { ExportsHttpModule } from './exports.http.module';
export { ExportsMakingModule } from './exports.making.module';
export { ExportsModule } from './exports.module';
export { ExportsService } from './exports.service';
export { ExportsWorkerModule } from './exports.worker.module';
export { SchedulesService } from './schedules/schedules.service';
export { exportsTables } from './tables';
