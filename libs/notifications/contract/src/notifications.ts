import { Environment, Id, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';

export const notificationsPath = 'v1/notifications';

/** Where the bank posts its pings, below the public address. */
export const inboxPath = 'in';

export const NotificationState = z.enum(['waiting', 'pulled', 'expired', 'key-destroyed']);
export type NotificationState = z.infer<typeof NotificationState>;

/** One ping of the bank, as it was verified when it came. */
export const Notification = z
  .object({
    id: Id,
    merchantId: Id,
    webshopId: Id,
    host: z.string().describe('How people call the webshop: the host of its URL'),
    environment: Environment,
    state: NotificationState,
    keyVersion: z.int().describe('Version of the signing key that verified it'),
    receivedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().describe("End of the bank's token in it"),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

export const NotificationPage = pageOf(Notification).meta({ id: 'NotificationPage' });
export type NotificationPage = z.infer<typeof NotificationPage>;

/** Newest first. */
export const NotificationQuery = PageQuery.extend({
  environment: Environment.optional().describe('Production when absent'),
  merchantId: Id.optional(),
  webshopId: Id.optional(),
  state: NotificationState.optional(),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

export const NotificationParams = z.strictObject({ notificationId: Id });
export type NotificationParams = z.infer<typeof NotificationParams>;

/** One ping with what it said. */
export const NotificationDetail = Notification.extend({
  message: z
    .string()
    .describe("The bank's words, but for its token, which is a secret as long as it lives"),
  bytes: z.int().min(0).describe('As long as it was when it came'),
}).meta({ id: 'NotificationDetail' });
export type NotificationDetail = z.infer<typeof NotificationDetail>;
