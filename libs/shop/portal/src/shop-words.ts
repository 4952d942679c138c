import { wordsOf } from '@toonbank/ui/look';

/** For pages of this room, and of rooms above that show parts of it. */
export const shopWords = wordsOf('shops', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});
