import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** The dictionaries, each a chunk of its own: a page loads one. */
@Injectable({ providedIn: 'root' })
export class Words implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    const dictionary = await (language === 'en' ? import('./i18n/en') : import('./i18n/nl'));
    return dictionary.words;
  }
}
