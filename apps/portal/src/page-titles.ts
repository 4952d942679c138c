import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { Speaker } from '@toonbank/ui/look';
import { merge } from 'rxjs';

/**
 * Titles are keys of a dictionary: `Orders · Toonbank`. A room's dictionary comes with its page, so the
 * title is set once it is there, again when the language changes, and said to screen readers.
 */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(TranslocoService);
  private readonly speaker = inject(Speaker);
  private key: string | undefined;
  private said: string | undefined;
  private isFirst = true;

  constructor() {
    super();
    merge(this.words.langChanges$, this.words.events$).subscribe(() => this.show());
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key = this.buildTitle(state);
    this.said = undefined;
    this.show();
  }

  private show(): void {
    const { key } = this;
    const known: Record<string, unknown> = this.words.getTranslation(this.words.getActiveLang());
    const text = key === undefined ? undefined : known[key];
    this.title.setTitle(typeof text === 'string' ? `${text} · Toonbank` : 'Toonbank');
    if (typeof text !== 'string' || text === this.said) return;
    this.said = text;
    // The first page is read out by the browser itself.
    if (this.isFirst) this.isFirst = false;
    else void this.speaker.say(text);
  }
}
