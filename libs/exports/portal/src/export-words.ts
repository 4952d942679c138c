import { wordsOf } from '@toonbank/ui/look';

/** For the pages of this room, and for the one that a mailed link opens. */
export const exportWords = wordsOf('exports', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});
