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
  ChooseAgency,
  ChosenPlace,
  Email,
  Membership,
  portalHeader,
  Session,
  sessionPath,
  SignIn,
} from './session';
