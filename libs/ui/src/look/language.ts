import { Injectable, signal } from '@angular/core';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

const kept = 'tb-language';

/** The language of the portal: what was chosen before, else the browser's, else Dutch. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  readonly current = signal<Language>(initial());

  choose(language: Language): void {
    localStorage.setItem(kept, language);
    this.current.set(language);
  }
}

function initial(): Language {
  const wanted = [localStorage.getItem(kept), ...navigator.languages];
  const known = wanted.map((tag) => languages.find((language) => tag?.startsWith(language)));
  return known.find((language) => language !== undefined) ?? 'nl';
}
