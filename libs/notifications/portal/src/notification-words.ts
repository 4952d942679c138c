import { wordsOf } from '@toonbank/ui/look';

export const notificationWords = wordsOf('notifications', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});
