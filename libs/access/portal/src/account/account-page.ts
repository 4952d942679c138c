import { Component, inject, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { KeyMap } from '@toonbank/ui/keyboard';
import { LanguageChoice, languages, PageHead, ThemeChoice } from '@toonbank/ui/look';
import { SessionApi } from '../session-api';
import { OwnPassword } from './own-password';
import { OwnSessions } from './own-sessions';

/** One's own login: the password, where one is signed in, and how the portal looks and listens. */
@Component({
  selector: 'tb-account-page',
  imports: [TranslocoDirective, OwnPassword, OwnSessions, PageHead],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
})
export class AccountPage {
  protected readonly session = inject(SessionApi);
  protected readonly language = inject(LanguageChoice);
  protected readonly theme = inject(ThemeChoice);
  protected readonly keys = inject(KeyMap);
  protected readonly languages = languages;
  protected readonly themes = ['light', 'dark', null] as const;
  private readonly sessions = viewChild.required(OwnSessions);

  protected passwordChanged(): void {
    this.sessions().reload();
  }
}
