import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { Icon, LanguageChoice, languages, ThemeChoice } from '@toonbank/ui/look';
import { Navigation } from './navigation';

/** Who is signed in: for whom they act, language, theme, and the way out. */
@Component({
  selector: 'tb-account-menu',
  imports: [RouterLink, TranslocoDirective, Icon],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
})
export class AccountMenu {
  private readonly router = inject(Router);
  protected readonly session = inject(SessionApi);
  protected readonly language = inject(LanguageChoice);
  protected readonly theme = inject(ThemeChoice);
  protected readonly languages = languages;
  private readonly navigation = inject(Navigation);
  protected readonly hasAccount = computed(() =>
    this.navigation.entries().some(({ path }) => path === 'account'),
  );
  protected readonly initials = computed(() =>
    (this.session.current()?.email ?? '').slice(0, 2).toUpperCase(),
  );

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
