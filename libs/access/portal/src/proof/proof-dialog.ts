import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { sessionPath } from '@toonbank/access/contract';
import { Dialog } from '@toonbank/ui/dialogs';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { ProblemPanel } from '@toonbank/ui/states';
import { firstValueFrom } from 'rxjs';
import { accessWords } from '../access-words';
import { SessionApi } from '../session-api';
import type { ProofReason } from './proofs';

/** Asks for the password in place, so that what stands on the page stays. */
@Component({
  selector: 'tb-proof-dialog',
  imports: [TranslocoDirective, Control, Dialog, Field, FormField, ProblemPanel],
  providers: [accessWords],
  template: `<form
    *transloco="let t; prefix: 'access.proof'"
    (submit)="$event.preventDefault(); send()"
    novalidate
  >
    <tb-dialog [title]="t(reason() + '.title')">
      <p>{{ t(reason() + '.says') }}</p>
      <input
        class="sr"
        type="email"
        name="username"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        readonly
        [value]="session.current()?.email ?? ''"
      />
      <tb-field
        [of]="form.password"
        [label]="t('password', { email: session.current()?.email })"
        [fault]="t('missing')"
      >
        <input
          tbControl
          [formField]="form.password"
          type="password"
          autocomplete="current-password"
        />
      </tb-field>
      @if (sending.error(); as error) {
        <tb-problem-panel [error]="error" />
      }
      <button act class="btn" type="button" (click)="dialog.close(false)">
        {{ t(reason() + '.not') }}
      </button>
      <button act class="btn pri" type="submit" [attr.aria-disabled]="sending.isBusy() || null">
        {{ t(reason() + '.act') }}
      </button>
    </tb-dialog>
  </form>`,
})
export class ProofDialog {
  protected readonly session = inject(SessionApi);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly reason = signal(inject<ProofReason>(DIALOG_DATA));
  protected readonly sending = new Sending();
  private readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (path) => required(path.password));

  protected async send(): Promise<void> {
    const { password } = this.model();
    if (await this.sending.send(this.form, () => this.prove(password))) this.dialog.close(true);
  }

  private async prove(password: string): Promise<void> {
    if (this.reason() === 'ended') return this.session.signInAgain(password);
    try {
      await firstValueFrom(this.http.post(`/${sessionPath}/proof`, { password }));
    } catch (error) {
      const isOver = error instanceof HttpErrorResponse && error.status === 401;
      if (!isOver) throw error;
      // The session ended while the dialog stood open: the same password opens a new one.
      await this.session.signInAgain(password);
    }
  }
}
