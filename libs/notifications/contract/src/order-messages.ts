import { Id } from '@toonbank/primitives';
import * as z from 'zod';

/** What the bank said about one order, word for word. */
export const orderMessagesPath = 'v1/orders/:orderId/messages';

export const OrderMessagesParams = z.strictObject({ orderId: Id });
export type OrderMessagesParams = z.infer<typeof OrderMessagesParams>;

/** A page of order results in which the order stands, as the bank handed it out. */
export const OrderMessage = z
  .object({
    id: Id.describe('`pageId` of the entries in the timeline'),
    at: z.iso.datetime().describe('When it was kept, before anything read it'),
    text: z.string(),
    signature: z.enum(['valid', 'invalid']),
  })
  .meta({ id: 'OrderMessage' });
export type OrderMessage = z.infer<typeof OrderMessage>;

export const OrderMessages = z
  .object({ items: z.array(OrderMessage).describe('Oldest first') })
  .meta({ id: 'OrderMessages' });
export type OrderMessages = z.infer<typeof OrderMessages>;
