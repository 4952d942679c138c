import { wordsOf } from '@toonbank/ui/look';

/** Of the door, and of who is asked for the password again. */
export const accessWords = wordsOf('access', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});

/** Of the pages about people: the team, and one's own account. */
export const peopleWords = wordsOf('people', {
  nl: () => import('./words/people.nl'),
  en: () => import('./words/people.en'),
});
