import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { LanguageChoice, ThemeChoice } from '@toonbank/ui/look';

/** The root: a place for pages, in one language and one theme. */
@Component({
  selector: 'tb-root',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
export class App {
  constructor() {
    const choice = inject(LanguageChoice);
    // Each language once, however often it is said.
    const language = computed(() => choice.current());
    const words = inject(TranslocoService);
    const { documentElement } = inject(DOCUMENT);
    inject(ThemeChoice);
    effect(() => {
      words.setActiveLang(language());
      documentElement.lang = language();
    });
  }
}
