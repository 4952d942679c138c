import type { SameWords } from '@toonbank/ui/look';
import type { words as dutch } from './lanes.nl';

export const words: SameWords<typeof dutch> = {
  name: 'Paid out',
  bank: {
    out: 'To the account at Rabobank',
    back: 'Refunds go through Toonbank.',
  },
  paypal: {
    out: 'To the account at PayPal, not at Rabobank',
    back: 'You refund it in PayPal.',
  },
  billink: {
    out: 'By Billink, the next day',
    back: 'Refunds go through Toonbank.',
  },
};
