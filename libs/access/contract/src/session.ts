import { AgencyRole, Id, Right } from '@toonbank/primitives';
import * as z from 'zod';

export const sessionPath = 'v1/session';

/**
 * Every call that changes something with the session cookie carries this header; the value is `1`.
 */
export const portalHeader = 'x-toonbank';

export const Email = z.email().max(254).toLowerCase().describe('E-mail address; case is ignored');
export type Email = z.infer<typeof Email>;

export const SignIn = z
  .strictObject({ email: Email, password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

/** Of what somebody is a member: an agency, or (with `merchantId`) one merchant of it. */
export const Membership = z
  .object({
    agencyId: Id,
    merchantId: Id.nullable(),
    role: AgencyRole.describe('A merchant has owners and viewers only'),
    name: z.string().describe("The agency's name, or the merchant's"),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

export const ChosenPlace = z
  .object({ agencyId: Id, merchantId: Id.nullable() })
  .meta({ id: 'ChosenPlace' });
export type ChosenPlace = z.infer<typeof ChosenPlace>;

/** Who is signed in, for what they may choose to act, and what they may do there. */
export const Session = z
  .object({
    email: z.string(),
    memberships: z.array(Membership),
    chosen: ChosenPlace.nullable().describe('Null: choose with PUT /v1/session/agency'),
    rights: z.array(Right).describe('In what is chosen'),
    idleSeconds: z.int().describe('After so long without a call the session ends'),
    expiresAt: z.iso.datetime().describe('And then it ends in any case'),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const ChooseAgency = z
  .strictObject({
    agencyId: Id,
    merchantId: Id.optional().describe('To act for one merchant of that agency'),
  })
  .meta({ id: 'ChooseAgency' });
export type ChooseAgency = z.infer<typeof ChooseAgency>;
