export {
  ApiKey,
  apiKeyForm,
  ApiKeyPage,
  ApiKeyParams,
  apiKeyPath,
  ApiKeyPlace,
  apiKeysPath,
  IssuedApiKey,
} from './api-keys';
export {
  AcceptInvitation,
  Invitation,
  InvitationMail,
  InvitationLook,
  InvitationPage,
  InvitationParams,
  Invite,
  MadeInvitation,
} from './invitations';
export { invitationsPath } from './invitations-path';
export {
  AskReset,
  ChangeMember,
  LinkToken,
  Member,
  MemberPage,
  MemberParams,
  MemberPlaceQuery,
  membersPath,
  MembersQuery,
  MakeResetLink,
  OneTimeLink,
  ResetLink,
  ResetLook,
  ResetPassword,
  resetPath,
  resetRequestsPath,
} from './members';
export {
  ChooseAgency,
  ChosenPlace,
  Email,
  Membership,
  portalHeader,
  Session,
  sessionPath,
  SignIn,
} from './session';
export {
  ChangePassword,
  freshLoginCode,
  OwnSession,
  OwnSessions,
  Proof,
  Proven,
  SessionParams,
  sessionsPath,
} from './sessions';
