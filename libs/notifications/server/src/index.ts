export { hotRoutes, openInbox } from './inbox.plugin';
export { NotificationsHttpModule } from './notifications.http.module';
export { NotificationsWorkerModule } from './notifications.worker.module';
export { PullService } from './pull.service';
export { Sweep } from './sweep.service';
export { notificationsTables } from './tables';
