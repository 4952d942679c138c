export { guideRoutes } from './guide.routes';
export { helpOfPath } from './help-of-path';
