import { wordsOf } from '@toonbank/ui/look';

/** For pages of this room, and for its part of the page of an order. */
export const refundWords = wordsOf('refunds', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});
