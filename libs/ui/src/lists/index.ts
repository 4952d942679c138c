export { Pager } from './pager';
export { Stepper, type Step } from './stepper';
export { Table } from './table';
export { Tabs, type Tab } from './tabs';
export { Timeline, type TimelineItem } from './timeline';
