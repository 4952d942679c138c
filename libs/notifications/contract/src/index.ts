export {
  inboxPath,
  Notification,
  NotificationPage,
  NotificationQuery,
  notificationsPath,
  NotificationState,
} from './notifications';
