export {
  Agency,
  agencyLogoPath,
  agencyPath,
  ChangeAgency,
  HouseColour,
  HouseStyle,
  Language,
  LogoQuery,
  maxLogoBytes,
  SetLogo,
} from './agency';
export { houseStyle } from './contrast';
