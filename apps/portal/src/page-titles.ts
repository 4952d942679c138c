import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { take } from 'rxjs';

/** Titles are keys of the dictionary: `Orders · Toonbank`. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(TranslocoService);

  override updateTitle(state: RouterStateSnapshot): void {
    const key = this.buildTitle(state);
    if (!key) {
      this.title.setTitle('Toonbank');
      return;
    }
    this.words
      .selectTranslate<string>(key)
      .pipe(take(1))
      .subscribe((text) => this.title.setTitle(`${text} · Toonbank`));
  }
}
