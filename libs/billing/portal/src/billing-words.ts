import { wordsOf } from '@toonbank/ui/look';

export const billingWords = wordsOf('billing', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});
