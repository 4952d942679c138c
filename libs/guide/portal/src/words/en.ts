import type { SameWords } from '@toonbank/ui/look';
import type { words as dutch } from './nl';

export const words: SameWords<typeof dutch> = {
  guide: 'Guide',
  loading: 'The page is being fetched',
  onThisPage: 'On this page',
  sources: 'Sources',
  source: 'source',
  belongsTo: 'Belongs to',
  allPages: 'All pages',
  pages: {
    index: 'Help',
    webshops: 'Connecting a webshop',
    keys: 'The keys at the bank',
    webhook: 'The webhook at the bank',
    sandbox: 'Testing in the sandbox',
    'going-live': 'Going live',
    'bank-errors': 'Error codes of the bank',
    orders: 'Orders and their states',
    'payment-methods': 'Payment methods',
    refunds: 'Refunds',
    tasks: 'Tasks',
    notifications: 'Notifications, and orders that need a look',
    billing: 'What URLs cost, and invoices',
    exports: 'Exports',
    people: 'People, roles and links',
    'pci-dss': 'PCI DSS for a shop that never sees a card number',
  },
};
