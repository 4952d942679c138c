import { Id, Language, pageOf } from '@toonbank/primitives';
import * as z from 'zod';
import { LinkToken, OneTimeLink, Role } from './members';
import { Email } from './session';

export const InvitationParams = z.strictObject({ invitationId: Id });
export type InvitationParams = z.infer<typeof InvitationParams>;

export const Invite = z
  .strictObject({
    email: Email,
    role: Role,
    merchantId: Id.optional().describe('To act for this merchant instead of the agency'),
    language: Language.optional().describe('Of the mail; Dutch when left out'),
  })
  .meta({ id: 'Invite' });
export type Invite = z.infer<typeof Invite>;

/** What became of the mail with the link. */
export const InvitationMail = z
  .object({
    state: z.enum(['waiting', 'sent', 'given-up']),
    at: z.iso.datetime().describe('Sent or given up then; while it waits, tried next then'),
    trouble: z.string().nullable().describe('What the mail server said last: `SMTP 550`'),
  })
  .meta({ id: 'InvitationMail' });
export type InvitationMail = z.infer<typeof InvitationMail>;

/** Somebody who was asked to come in and has not done so yet. */
export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: Role,
    merchantId: Id.nullable(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().describe('In the past: the link opens nothing any more'),
    mail: InvitationMail.nullable().describe('Null: none was sent; the link is passed on by hand'),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** Those that are neither accepted nor withdrawn, newest first. */
export const InvitationPage = pageOf(Invitation).meta({ id: 'InvitationPage' });
export type InvitationPage = z.infer<typeof InvitationPage>;

export const MadeInvitation = Invitation.extend(OneTimeLink.shape).meta({ id: 'MadeInvitation' });
export type MadeInvitation = z.infer<typeof MadeInvitation>;

/** What an invitation's link opens. */
export const InvitationLook = z
  .object({
    name: z.string().describe("The agency's name, or the merchant's"),
    isMerchant: z.boolean(),
    email: z.string(),
    role: Role,
    hasLogin: z.boolean().describe('True: accept with the password of that login'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'InvitationLook' });
export type InvitationLook = z.infer<typeof InvitationLook>;

export const AcceptInvitation = LinkToken.extend({
  password: z
    .string()
    .min(1)
    .max(200)
    .describe('A new one, of 12 characters or more; or that of the login there is'),
}).meta({ id: 'AcceptInvitation' });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
