import type { SameWords } from '@toonbank/ui/look';
import type { words as dutch } from './nl';

export const words: SameWords<typeof dutch> = {
  title: 'Overview',
  verdict: {
    begin: 'This is where it begins',
    nothing: 'Nothing needs you',
    one: '1 thing needs you',
    many: '{{count}} things need you',
  },
  waiting: 'What waits for you',
  urgentFirst: 'most urgent first',
  since: 'since {{at}}',
  loading: 'Fetching',
  nothingWaits: 'All is well',
  nothingWaitsMore:
    'Here stands a key that expires, a webshop that went quiet, or an order that nobody can place.',
  tasks: {
    'key-expires': {
      what: 'Keys of {{host}} expire',
      more: '{{merchant}}. Without new keys no order comes in after that.',
      act: 'See the keys',
    },
    'webshop-quiet': {
      what: '{{host}} went quiet',
      more: '{{merchant}} sold every day, and now nothing for two days.',
      act: 'See the shop',
    },
    'order-needs-look': {
      what: 'Order {{number}} needs a look',
      more: '{{host}}, {{merchant}}. See what the bank says of it.',
      act: 'See the order',
    },
  },
  money: {
    name: 'Money',
    inEuro: 'paid, in euro',
    today: 'Today',
    yesterday: 'Yesterday',
    weekBefore: 'Same day last week',
    month: 'This month',
    open: '{{count}} orders open, not decided yet.',
  },
  perDay: 'Paid per day',
  fourWeeks: 'four weeks',
  before: 'four weeks earlier',
  health: 'Health per webshop',
  worstFirst: 'worst first, {{shown}} of {{count}} shown',
  healthNone: 'Every webshop will stand here, the worst on top.',
  allWebshops: 'All webshops',
  webshop: 'Webshop',
  verdictHead: 'Verdict',
  lastPaid: 'Last paid on',
  succeeded: 'Succeeded 7 d',
  fourteenDays: '14 days',
  keyExpires: 'Key expires',
  verdicts: {
    'key-expires': 'Key expires',
    quiet: 'Went quiet',
    'needs-look': 'Order needs a look',
    'not-live': 'Not live yet',
    healthy: 'Healthy',
  },
  toMerchants: 'To the merchants',
  noWebshops: 'No webshops yet',
  noWebshopsMore: 'Begin with a merchant, then a shop, then a webshop with its keys.',
};
