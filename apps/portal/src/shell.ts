import { DOCUMENT } from '@angular/common';
import { Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { Environment } from '@toonbank/primitives';
import { Brand, Icon, LanguageChoice, languages, ThemeChoice } from '@toonbank/ui';

/** What stands around every page: the places one can go, the environment, language and theme. */
@Component({
  selector: 'tb-shell',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective, Brand, Icon],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  readonly environment = input.required<Environment>();

  private readonly router = inject(Router);
  protected readonly session = inject(SessionApi);
  protected readonly language = inject(LanguageChoice);
  protected readonly theme = inject(ThemeChoice);
  protected readonly environments = Environment.options.toReversed();
  protected readonly languages = languages;
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    const { documentElement } = inject(DOCUMENT);
    // The sandbox changes the paper itself, not just a label.
    effect(() => (documentElement.dataset['env'] = this.environment()));
  }

  /** After a change of page the focus stands at its beginning. */
  protected moved(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
