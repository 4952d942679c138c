export {
  Agency,
  agencyLogoPath,
  agencyPath,
  ChangeAgency,
  HouseColour,
  HouseStyle,
  LogoQuery,
  maxLogoBytes,
  SetLogo,
} from './agency';
export { houseStyle } from './contrast';
