import type { SameWords } from '../look/words';
import type { words as dutch } from './nl';

export const words: SameWords<typeof dutch> = {
  copy: { do: 'Copy {{what}}', done: 'Copied' },
  progress: {
    of: '{{done}} of {{total}}',
    soFar: '{{done}} so far',
    left: 'about {{span}} left',
    leave: 'You may leave this page.',
    stop: 'Stop',
  },
  pager: {
    name: 'Pages',
    span: '{{count}} shown, from {{from}} to {{to}}',
    time: { first: 'Newest', back: 'Newer', on: 'Older' },
    rank: { first: 'First', back: 'Previous', on: 'Next' },
    keys: { back: 'Page before, of a list', on: 'Next page of a list' },
  },
  empty: { narrowed: 'Only this one merchant was looked at.', widen: 'Show all merchants' },
  export: { do: 'Export', key: 'This list as a file' },
  steps: { done: 'done', current: 'now', waiting: 'to do' },
  dialog: { close: 'Close' },
  confirm: {
    not: 'No, leave it',
    reason: 'Reason',
    reasonHint: 'Goes into the audit log, 3 to 200 characters',
    reasonFault: 'Write in 3 to 200 characters why.',
  },
  verbatim: {
    bytes: '{{count}} bytes',
    valid: 'Signature valid',
    invalid: 'Signature not valid',
    copy: 'Copy the message',
  },
  chart: {
    weekday: 'weekday',
    weekend: 'weekend',
    running: 'today, still running',
    asTable: 'As a table',
    day: 'Day',
    amount: 'Amount (€)',
    hour: 'Hour',
    nothing: 'Nothing in these hours',
  },
  filter: {
    search: 'Search by a part of the name',
    name: 'Filters',
    add: 'Filter',
    apply: 'Apply',
    change: 'change filter',
    drop: 'Remove filter {{field}}: {{value}}',
    dropAll: 'Clear filters',
    amountHint: 'With comma or point: 84.95',
  },
  keys: {
    nextRow: 'Next row',
    previousRow: 'Previous row',
    addFilter: 'Add a filter',
  },
};
