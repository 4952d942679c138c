export { ExportLink } from './export-link';
export { Pager } from './pager';
export { said } from './said';
export { Table } from './table';
export { Tabs, type Tab } from './tabs';
