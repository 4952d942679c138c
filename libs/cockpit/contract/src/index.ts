export {
  MerchantFigure,
  MerchantFigures,
  merchantFiguresPath,
  MerchantFiguresQuery,
} from './merchant-figures';
export {
  Attention,
  AttentionKind,
  Overview,
  overviewPath,
  OverviewQuery,
  WebshopHealth,
  WebshopVerdict,
} from './overview';
export { searchPath, SearchQuery, SearchResult } from './search';
