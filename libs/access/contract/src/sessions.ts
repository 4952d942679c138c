import { Id } from '@toonbank/primitives';
import * as z from 'zod';
import { NewPassword } from './new-password';

export const sessionsPath = 'v1/sessions';

/** The `code` of the 403 problem that asks for the password again; `POST /v1/session/proof` cures it. */
export const freshLoginCode = 'fresh-login';

export const SessionParams = z.strictObject({ sessionId: Id });
export type SessionParams = z.infer<typeof SessionParams>;

/** A browser in which one is signed in. */
export const OwnSession = z
  .object({
    id: Id,
    startedAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().describe('To the minute'),
    browser: z.string().nullable().describe('Null: it did not say, or is not known'),
    system: z.string().nullable(),
    isThis: z.boolean().describe('The one that asks'),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;

/** Those that are open, last seen first; a hundred at most. */
export const OwnSessions = z.object({ items: z.array(OwnSession) }).meta({ id: 'OwnSessions' });
export type OwnSessions = z.infer<typeof OwnSessions>;

export const Proof = z.strictObject({ password: z.string().min(1).max(200) }).meta({ id: 'Proof' });
export type Proof = z.infer<typeof Proof>;

/** Until when acts that ask for a fresh login go through. */
export const Proven = z.object({ freshUntil: z.iso.datetime() }).meta({ id: 'Proven' });
export type Proven = z.infer<typeof Proven>;

export const ChangePassword = z
  .strictObject({ current: z.string().min(1).max(200), password: NewPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;
