import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { ProblemPanel } from '@toonbank/ui/states';
import { KeysApi, type Place } from './keys-api';

/** Says when a key of the bank expires, where its token does not say it. */
@Component({
  selector: 'tb-expiry-form',
  imports: [TranslocoDirective, Control, Field, FormField, ProblemPanel],
  template: `<ng-container *transloco="let t; prefix: 'keys.typeExpiry'">
    @if (isOpen()) {
      <form (submit)="$event.preventDefault(); send()" novalidate>
        <tb-field [of]="form.expiresOn" [label]="t('day')" [hint]="t('hint')" [fault]="t('fault')">
          <input tbControl [formField]="form.expiresOn" type="date" />
        </tb-field>
        @if (sending.error(); as error) {
          <tb-problem-panel [error]="error" />
        }
        <p class="acts">
          <button class="btn sm" type="submit" [attr.aria-disabled]="sending.isBusy() || null">
            {{ t('keep') }}
          </button>
          <button class="btn sm ghost" type="button" (click)="isOpen.set(false)">
            {{ t('not') }}
          </button>
        </p>
      </form>
    } @else {
      <button class="btn sm ghost" type="button" (click)="isOpen.set(true)">
        {{ t(isTyped() ? 'change' : 'type') }}
      </button>
    }
  </ng-container>`,
  styles: `
    form {
      display: grid;
      gap: var(--s-8);
      padding-block: var(--s-8);
    }
    .acts {
      display: flex;
      gap: var(--s-8);
    }
  `,
})
export class ExpiryForm {
  readonly place = input.required<Place>();
  readonly key = input.required<Id>();
  readonly isTyped = input.required<boolean>();
  readonly typed = output();

  private readonly api = inject(KeysApi);
  protected readonly isOpen = signal(false);
  protected readonly sending = new Sending();
  private readonly model = signal({ expiresOn: '' });
  protected readonly form = form(this.model, (path) => required(path.expiresOn));

  protected async send(): Promise<void> {
    const { expiresOn } = this.model();
    const isKept = await this.sending.send(this.form, () =>
      this.api.typeExpiry(this.place(), this.key(), expiresOn),
    );
    if (!isKept) return;
    this.isOpen.set(false);
    this.typed.emit();
  }
}
