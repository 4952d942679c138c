import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { LanguageChoice } from '../look/language';
import { wordsOf } from '../look/words';

/** The dictionary of problems; fetched when the first one is shown. */
export const problemWords = wordsOf('problems', {
  nl: () => import('../words/problems.nl'),
  en: () => import('../words/problems.en'),
});

/** Whether a problem has words of ours in the language that is read; the server's are English. */
@Injectable({ providedIn: 'root' })
export class KnownProblems {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  /**
   * The key of what a problem means: with the webshop that it names,
   * by its environment, where we have a sentence for that.
   */
  sentence({ code, names }: Named): string {
    const named = `${code}.named.${names?.environment ?? ''}`;
    return names && this.knows(named) ? named : `${code}.detail`;
  }

  has(code: string): boolean {
    return this.knows(`${code}.title`);
  }

  private knows(key: string): boolean {
    const dictionary: Record<string, unknown> = this.words.getTranslation(this.language.current());
    return `problems.${key}` in dictionary;
  }
}

interface Named {
  readonly code: string;
  readonly names?: { readonly host: string; readonly environment: string } | undefined;
}
