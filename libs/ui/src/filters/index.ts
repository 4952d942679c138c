export { FilterBar } from './filter-bar';
export type { FilterField, FilterValues } from './filter-field';
