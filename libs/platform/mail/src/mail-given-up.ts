import { heardEvent } from '@toonbank/platform/outbox';
import { Id } from '@toonbank/primitives';
import * as z from 'zod';

/** A mail that nobody will get any more, by what it was about. */
export const MailGivenUp = heardEvent(
  'mail.given-up',
  z.strictObject({ about: z.strictObject({ kind: z.string(), id: Id }) }),
);
export type MailGivenUp = z.infer<typeof MailGivenUp.payload>;
