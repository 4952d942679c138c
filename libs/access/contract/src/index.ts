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
  InvitationLook,
  InvitationPage,
  InvitationParams,
  invitationsPath,
  Invite,
  MadeInvitation,
} from './invitations';
export {
  ChangeMember,
  LinkToken,
  Member,
  MemberPage,
  MemberParams,
  MemberPlaceQuery,
  membersPath,
  MembersQuery,
  OneTimeLink,
  ResetLook,
  ResetPassword,
  resetPath,
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
