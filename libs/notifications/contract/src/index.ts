export {
  inboxPath,
  Notification,
  NotificationDetail,
  NotificationPage,
  NotificationParams,
  NotificationQuery,
  notificationsPath,
  NotificationState,
} from './notifications';
export {
  OrderMessage,
  OrderMessages,
  OrderMessagesParams,
  orderMessagesPath,
} from './order-messages';
export { RefusedMessages, RefusedMessagesParams, refusedMessagesPath } from './refused-messages';
