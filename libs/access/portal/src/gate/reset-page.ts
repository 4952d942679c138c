import { Component, inject, resource, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Moment } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { SessionApi } from '../session-api';
import { ClosedLink } from './closed-link';
import { takenToken } from './fragment-token';
import { Gate } from './gate';
import { LinksApi } from './links-api';

/** Where a reset link leads: another password, after which one signs in with it. */
@Component({
  selector: 'tb-reset-page',
  imports: [
    ...[TranslocoDirective, ClosedLink, Control, Field, FormField, Gate],
    ...[Moment, ProblemPanel, Skeleton],
  ],
  templateUrl: './reset-page.html',
  styleUrl: './gate-form.css',
})
export class ResetPage {
  private readonly links = inject(LinksApi);
  private readonly session = inject(SessionApi);
  private readonly router = inject(Router);
  protected readonly token = takenToken();

  protected readonly look = resource({
    params: () => this.token(),
    loader: ({ params: token }) => this.links.reset(token),
  });
  protected readonly sending = new Sending();
  private readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.password);
    minLength(path.password, 12);
  });

  protected async send(): Promise<void> {
    const reset = { token: this.token()!, password: this.model().password };
    if (!(await this.sending.send(this.form, () => this.links.usePassword(reset)))) return;
    // All sessions of the login have ended, perhaps this browser's too.
    this.session.forget();
    await this.router.navigate(['/sign-in'], { queryParams: { reset: true } });
  }
}
