import * as z from 'zod';
import { sign, signedString, type SigningKey, verify } from './signature';
import { parseBankTime } from './time';

const Moment = z.string().refine(
  (text) => {
    try {
      return !!parseBankTime(text);
    } catch {
      return false;
    }
  },
  { error: 'must be a time' },
);

/** The bank's ping: results are waiting, and here is the token to pull them with (S18). */
export const Notification = z.looseObject({
  authentication: z.string().min(1),
  expiry: Moment,
  eventName: z.string().min(1),
  /** A number on the wire; a text in one example of the manual. */
  poiId: z.union([z.number(), z.string()]),
  signature: z.string(),
});
export type Notification = z.infer<typeof Notification>;

type Unsigned = Pick<Notification, 'authentication' | 'expiry' | 'eventName' | 'poiId'>;

/** The only event name there is. */
export const orderStatusChangedEvent = 'merchant.order.status.changed';

export function notificationString(n: Unsigned): string {
  return signedString([n.authentication, n.expiry, n.eventName, n.poiId]);
}

export function signNotification(key: SigningKey, n: Unsigned): string {
  return sign(key, notificationString(n));
}

export function verifyNotification(key: SigningKey, n: Notification): boolean {
  return verify(key, notificationString(n), n.signature);
}
