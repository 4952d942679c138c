export { Agency, agencyPath } from './agency';
