export { ExportLink } from './export-link';
export { Pager } from './pager';
export { SortHead } from './sort-head';
export { Table } from './table';
export { Tabs, type Tab } from './tabs';
