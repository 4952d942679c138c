import type { Provider } from '@angular/core';
import { provideTranslocoScope, type Translation } from '@jsverse/transloco';
import type { Language } from './language';

/** What a dictionary of the other language must hold: the same keys, other texts. */
export type SameWords<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : SameWords<T[Key]>;
};

type Loader = () => Promise<{ readonly words: Translation }>;

/**
 * The dictionary of one room, loaded with the first page that needs it. In `providers` of the room's
 * routes; in templates the room's name is the prefix: `*transloco="let t; prefix: 'orders'"`.
 */
export function wordsOf(room: string, dictionaries: Readonly<Record<Language, Loader>>): Provider {
  const load = (language: Language) => async () => (await dictionaries[language]()).words;
  return provideTranslocoScope({ scope: room, loader: { nl: load('nl'), en: load('en') } });
}
