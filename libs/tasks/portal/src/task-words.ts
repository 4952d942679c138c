import { wordsOf } from '@toonbank/ui/look';

/** For the pages of this room, and for rooms above that show its tasks. */
export const taskWords = wordsOf('tasks', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});
