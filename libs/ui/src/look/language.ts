import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { filter } from 'rxjs';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

const kept = 'tb-language';

/** The language of the portal: what was chosen before, else the browser's, else Dutch. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  private readonly chosen = signal<Language>(initial());
  private readonly arrived = toSignal(
    inject(TranslocoService).events$.pipe(filter(({ type }) => type === 'translationLoadSuccess')),
  );

  /**
   * Says so again when a dictionary has arrived: whoever made words of it before, while the language
   * was being changed, makes them anew.
   */
  readonly current = computed(
    () => {
      this.arrived();
      return this.chosen();
    },
    { equal: () => false },
  );

  choose(language: Language): void {
    localStorage.setItem(kept, language);
    this.chosen.set(language);
  }
}

function initial(): Language {
  const wanted = [localStorage.getItem(kept), ...navigator.languages];
  const known = wanted.map((tag) => languages.find((language) => tag?.startsWith(language)));
  return known.find((language) => language !== undefined) ?? 'nl';
}
