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

/** Where an invitation leads: says who invites whom for what, and lets them in. */
@Component({
  selector: 'tb-welcome-page',
  imports: [
    ...[TranslocoDirective, ClosedLink, Control, Field, FormField, Gate],
    ...[Moment, ProblemPanel, Skeleton],
  ],
  templateUrl: './welcome-page.html',
  styleUrl: './gate-form.css',
})
export class WelcomePage {
  private readonly links = inject(LinksApi);
  private readonly session = inject(SessionApi);
  private readonly router = inject(Router);
  protected readonly token = takenToken();

  protected readonly look = resource({
    params: () => this.token(),
    loader: ({ params: token }) => this.links.invitation(token),
  });
  protected readonly sending = new Sending();
  private readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.password);
    minLength(path.password, () => (this.isKnown() ? 1 : 12));
  });

  protected async accept(): Promise<void> {
    const acceptance = { token: this.token()!, password: this.model().password };
    const isIn = await this.sending.send(this.form, () => this.session.accept(acceptance));
    if (isIn) await this.router.navigateByUrl('/');
  }

  /** Has a login, so it is that password that is asked for. */
  protected isKnown(): boolean {
    return this.look.hasValue() && this.look.value().hasLogin;
  }
}
