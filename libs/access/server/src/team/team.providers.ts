import { Entrants } from './entrants';
import { InvitationLinks } from './invitation-links';
import { Invitations } from './invitations';
import { InvitationsRepository } from './invitations.repository';
import { Inviting } from './inviting';
import { MailedLinks } from './mailed-links';
import { MemberList } from './member-list';
import { Members } from './members';
import { Newcomers } from './newcomers';
import { OneTimeLinks } from './one-time-links';
import { ResetDoor } from './reset-door';
import { ResetLinks } from './reset-links';
import { ResetRequests } from './reset-requests';
import { ResetRule } from './reset-rule';
import { Resets } from './resets';
import { ResetsRepository } from './resets.repository';
import { TeamPlaces } from './team-places';
import { Welcome } from './welcome';

/** Letting people in and out: what the doors call. */
export const teamServices = [
  ...[Invitations, Inviting, Welcome],
  ...[MemberList, Members, ResetLinks, ResetRequests, Resets],
];

/** And what these stand on. */
export const teamProviders = [
  ...teamServices,
  ...[Entrants, InvitationLinks, InvitationsRepository, Newcomers],
  ...[MailedLinks, OneTimeLinks, TeamPlaces, ResetDoor, ResetRule, ResetsRepository],
];
