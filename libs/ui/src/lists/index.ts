export { Pager } from './pager';
export { Table } from './table';
export { Tabs, type Tab } from './tabs';
