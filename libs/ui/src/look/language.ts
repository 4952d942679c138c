import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { filter } from 'rxjs';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

const kept = 'tb-language';

/**
 * The language of the portal: what was chosen before, else the browser's, else the agency's, else
 * Dutch.
 */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  private readonly chosen = signal<Language>(wanted() ?? 'nl');
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

  /** For who said nothing, and whose browser speaks no language of ours. */
  fallBackOn(language: Language | undefined): void {
    if (language && wanted() === undefined) this.chosen.set(language);
  }
}

function wanted(): Language | undefined {
  const tags = [localStorage.getItem(kept), ...navigator.languages];
  const known = tags.map((tag) => languages.find((language) => tag?.startsWith(language)));
  return known.find((language) => language !== undefined);
}
