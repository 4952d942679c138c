import { Component, inject, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TaskCount } from '@toonbank/tasks/portal';
import { Brand, Icon, LanguageChoice, languages, ThemeChoice } from '@toonbank/ui/look';
import { Navigation } from './navigation';

/** The places one can go, by group; language and theme at its foot. */
@Component({
  selector: 'tb-sidebar',
  imports: [RouterLink, RouterLinkActive, TranslocoDirective, Brand, Icon],
  templateUrl: './sidebar.html',
  styleUrl: './sidebar.css',
})
export class Sidebar {
  /** Somebody went somewhere. */
  readonly gone = output();

  protected readonly navigation = inject(Navigation);
  protected readonly language = inject(LanguageChoice);
  protected readonly theme = inject(ThemeChoice);
  protected readonly languages = languages;
  protected readonly asking = inject(TaskCount).asking;
}
