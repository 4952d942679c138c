import { job } from '@toonbank/platform/queue';
import { Id } from '@toonbank/primitives';
import * as z from 'zod';

/** A hint that a mail waits. */
export const SendMail = job('send-mail', z.object({ agencyId: Id, mailId: Id }));
export type SendMail = z.infer<typeof SendMail.data>;
