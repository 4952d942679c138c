import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Ledger } from '@toonbank/ui/ledger';
import { Brand, Icon, LanguageChoice, languages, ThemeChoice } from '@toonbank/ui/look';

/** The frame of the pages before one is in: the mark, the page's own content, language and theme. */
@Component({
  selector: 'tb-gate',
  imports: [TranslocoDirective, Brand, Icon, Ledger],
  templateUrl: './gate.html',
  styleUrl: './gate.css',
  host: { '[class.kept]': 'keepsPlace()' },
})
export class Gate {
  /** What stands here is known later: its place is as high from the start as it may become. */
  readonly keepsPlace = input(false);

  protected readonly language = inject(LanguageChoice);
  protected readonly theme = inject(ThemeChoice);
  protected readonly languages = languages;
}
