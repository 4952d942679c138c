import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { ProblemPanel } from '@toonbank/ui/states';
import { SessionApi } from '../session-api';
import { AccountApi } from './account-api';

/** Changes one's own password, which ends one's other sessions. */
@Component({
  selector: 'tb-own-password',
  imports: [TranslocoDirective, Control, Field, FormField, ProblemPanel],
  template: `<form
    class="form"
    *transloco="let t; prefix: 'people.password'"
    (submit)="$event.preventDefault(); send()"
    novalidate
  >
    <input
      class="sr"
      type="email"
      autocomplete="username"
      tabindex="-1"
      aria-hidden="true"
      readonly
      [value]="session.current()?.email ?? ''"
    />
    <tb-field [of]="form.current" [label]="t('current')" [fault]="t('missing')">
      <input tbControl type="password" autocomplete="current-password" [formField]="form.current" />
    </tb-field>
    <tb-field [of]="form.password" [label]="t('new')" [hint]="t('hint')" [fault]="t('short')">
      <input tbControl type="password" autocomplete="new-password" [formField]="form.password" />
    </tb-field>
    @if (sending.error(); as error) {
      <tb-problem-panel [error]="error" />
    }
    <p>
      <button class="btn pri" type="submit" [attr.aria-disabled]="sending.isBusy() || null">
        {{ t('act') }}
      </button>
    </p>
    <p class="meta">{{ t('costs') }}</p>
  </form>`,
})
export class OwnPassword {
  readonly changed = output();

  private readonly api = inject(AccountApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly session = inject(SessionApi);
  protected readonly sending = new Sending();
  private readonly model = signal({ current: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.current);
    required(path.password);
    minLength(path.password, 12);
  });

  protected async send(): Promise<void> {
    const change = this.model();
    if (!(await this.sending.send(this.form, () => this.api.changePassword(change)))) return;
    this.model.set({ current: '', password: '' });
    this.form().reset();
    this.changed.emit();
    this.toasts.show({ text: this.words.translate('people.password.done') });
  }
}
