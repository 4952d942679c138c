import { wordsOf } from '@toonbank/ui/look';

/** For pages of this room, and for its page of a webshop. */
export const methodWords = wordsOf('methods', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});
