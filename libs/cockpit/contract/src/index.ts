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
