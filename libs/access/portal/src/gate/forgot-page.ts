import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Icon, LanguageChoice } from '@toonbank/ui/look';
import { ProblemPanel } from '@toonbank/ui/states';
import { Gate } from './gate';
import { LinksApi } from './links-api';

/** Who lost their password has a link mailed to them. Says nothing of whether there is such a login. */
@Component({
  selector: 'tb-forgot-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, Field, FormField, Gate, Icon],
    ...[ProblemPanel],
  ],
  templateUrl: './forgot-page.html',
  styleUrl: './gate-form.css',
})
export class ForgotPage {
  private readonly links = inject(LinksApi);
  private readonly language = inject(LanguageChoice);
  protected readonly sending = new Sending();
  /** Where the link went, if there is such a login. */
  protected readonly asked = signal<string | undefined>(undefined);
  private readonly model = signal({ email: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
  });

  protected async send(): Promise<void> {
    const request = { email: this.model().email.trim(), language: this.language.current() };
    const isDone = await this.sending.send(this.form, () => this.links.askReset(request));
    if (isDone) this.asked.set(request.email);
  }
}
