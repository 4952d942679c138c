import type { SameWords } from '@toonbank/ui/look';
import type { words as dutch } from './nl';

export const words: SameWords<typeof dutch> = {
  title: 'Tasks',
  lead: 'What waits, on whom, and until when. Of production.',
  caption: 'Tasks, nearest clock first',
  loading: 'Loading',
  task: 'Task',
  kind: 'Kind',
  waitsOn: 'Waits on',
  clock: 'Clock',
  owner: 'Owner',
  do: 'Do',
  me: 'Me',
  nobody: 'Nobody',
  balls: { agency: 'Agency', merchant: 'Merchant', bank: 'The bank' },
  take: 'Take',
  putBack: 'Put back',
  handOver: 'Hand over',
  give: 'Hand over',
  giveTo: 'To whom do you hand over: {{task}}',
  cancel: 'Cancel',
  empty: 'Nothing waits on anybody',
  emptyMore: 'Here stands what a person has to do: a second approval, an order to look into.',
  nothingFits: 'No task fits these filters',
  nothingFitsMore: 'Remove a filter.',
  dropFilter: 'Clear filters',
  kinds: {
    'order-look': {
      name: 'Order needs a look',
      what: 'Order {{number}} needs a look',
      more: '{{host}}, {{merchant}}. See what the bank says of it.',
      act: 'View order',
    },
    'refund-approval': {
      name: 'Second approval',
      what: 'A refund of {{amount}} awaits a second approval',
      more: 'Order {{number}}, {{merchant}}',
      act: 'Decide',
    },
    'refund-elsewhere': {
      name: 'Refund outside the bank',
      what: 'Refund {{amount}} outside the bank',
      more: 'Order {{number}}, {{merchant}}. Say so when it is done.',
      act: 'See how',
    },
  },
};
