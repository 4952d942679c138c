import { AgencyRole, Id, Language, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';
import { NewPassword } from './new-password';
import { Email } from './session';

export const membersPath = 'v1/members';

/** Of what somebody is a member: left out, of the agency; for a merchant's people, of their own. */
export const MemberPlaceQuery = z.strictObject({
  merchantId: Id.optional().describe('The people of this merchant instead of the agency'),
});
export type MemberPlaceQuery = z.infer<typeof MemberPlaceQuery>;

export const MembersQuery = PageQuery.extend(MemberPlaceQuery.shape);
export type MembersQuery = z.infer<typeof MembersQuery>;

export const MemberParams = z.strictObject({ loginId: Id });
export type MemberParams = z.infer<typeof MemberParams>;

export const Role = AgencyRole.describe('A merchant has owners and viewers only');

/** Somebody who may act for the agency, or for one merchant of it. */
export const Member = z
  .object({
    loginId: Id,
    email: z.string(),
    role: Role,
    addedAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().nullable().describe('Here, to the minute; null: never yet'),
    isYou: z.boolean(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** In the order in which they were added. */
export const MemberPage = pageOf(Member).meta({ id: 'MemberPage' });
export type MemberPage = z.infer<typeof MemberPage>;

export const ChangeMember = z.strictObject({ role: Role }).meta({ id: 'ChangeMember' });
export type ChangeMember = z.infer<typeof ChangeMember>;

/** A link to be passed on by hand. Told once: only a hash of what stands behind its `#` is kept. */
export const OneTimeLink = z
  .object({ url: z.url().describe('Works once'), expiresAt: z.iso.datetime() })
  .meta({ id: 'OneTimeLink' });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

/** In which language the mail with the link is; Dutch when left out. */
export const MakeResetLink = z
  .strictObject({ language: Language.optional() })
  .meta({ id: 'MakeResetLink' });
export type MakeResetLink = z.infer<typeof MakeResetLink>;

export const ResetLink = OneTimeLink.extend({
  isMailed: z.boolean().describe('False: this installation sends no mail'),
}).meta({ id: 'ResetLink' });
export type ResetLink = z.infer<typeof ResetLink>;

export const resetRequestsPath = 'v1/reset-requests';

/** Somebody at the door who lost their password. */
export const AskReset = z
  .strictObject({ email: Email, language: Language.optional() })
  .meta({ id: 'AskReset' });
export type AskReset = z.infer<typeof AskReset>;

export const LinkToken = z
  .strictObject({ token: z.string().min(1).max(100).describe('What stands behind the `#`') })
  .meta({ id: 'LinkToken' });
export type LinkToken = z.infer<typeof LinkToken>;

export const resetPath = 'v1/reset';

/** What a reset link opens. */
export const ResetLook = z
  .object({ email: Email, expiresAt: z.iso.datetime() })
  .meta({ id: 'ResetLook' });
export type ResetLook = z.infer<typeof ResetLook>;

export const ResetPassword = LinkToken.extend({ password: NewPassword }).meta({
  id: 'ResetPassword',
});
export type ResetPassword = z.infer<typeof ResetPassword>;
