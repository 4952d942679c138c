import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KeyVersion } from '@toonbank/keys/contract';
import { Moment } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Now } from '@toonbank/ui/look';
import { ProblemPanel } from '@toonbank/ui/states';
import { dutchMoment } from './dutch-moment';
import { KeysApi, type Place } from './keys-api';

/** Names the moment from which a virtual pair signs, moves it, and takes it back. */
@Component({
  selector: 'tb-signing-moment',
  imports: [TranslocoDirective, Control, Field, FormField, Moment, ProblemPanel],
  template: `<ng-container *transloco="let t; prefix: 'keys.signing'">
    @if (toCome(); as at) {
      <p>{{ t('from') }} <tb-moment [at]="at" form="short" /></p>
    }
    @if (isOpen()) {
      <form (submit)="$event.preventDefault(); send()" novalidate>
        <tb-field [of]="form.from" [label]="t('moment')" [hint]="t('hint')" [fault]="t('fault')">
          <input tbControl [formField]="form.from" type="datetime-local" />
        </tb-field>
        <p class="acts">
          <button class="btn sm" type="submit" [attr.aria-disabled]="sending.isBusy() || null">
            {{ t('name') }}
          </button>
          <button class="btn sm ghost" type="button" (click)="isOpen.set(false)">
            {{ t('not') }}
          </button>
        </p>
      </form>
    } @else if (pair().state === 'proven') {
      <p class="acts">
        <button class="btn sm" type="button" (click)="isOpen.set(true)">
          {{ t(toCome() ? 'move' : 'open')
          }}<span class="sr">: {{ t('pair', { version: pair().version }) }}</span>
        </button>
        @if (toCome()) {
          <button class="btn sm ghost" type="button" (click)="takeBack()">{{ t('back') }}</button>
        }
      </p>
    }
    @if (sending.error(); as error) {
      <tb-problem-panel [error]="error" />
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
      flex-wrap: wrap;
      gap: var(--s-8);
    }
  `,
})
export class SigningMoment {
  readonly place = input.required<Place>();
  readonly pair = input.required<KeyVersion>();
  readonly named = output();

  private readonly api = inject(KeysApi);
  private readonly now = inject(Now);
  /** A moment that was named and has not come. */
  protected readonly toCome = computed(() => {
    const { state, signsFrom } = this.pair();
    const isWaiting = state === 'proven' && signsFrom !== null;
    return isWaiting && Date.parse(signsFrom) > this.now.ms() ? signsFrom : undefined;
  });
  protected readonly isOpen = signal(false);
  protected readonly sending = new Sending();
  private readonly model = signal({ from: '' });
  protected readonly form = form(this.model, (path) => {
    // What is no time must not be taken for none, which is now.
    validate(path.from, ({ value }) =>
      value() === '' || dutchMoment(value()) ? undefined : { kind: 'moment' },
    );
  });

  /** Nothing filled in: now. */
  protected async send(): Promise<void> {
    const { from } = this.model();
    const at = from === '' ? undefined : dutchMoment(from);
    const isNamed = await this.sending.send(this.form, () => this.name(at));
    if (isNamed) this.isOpen.set(false);
  }

  protected async takeBack(): Promise<void> {
    await this.sending.run(() => this.name(null));
  }

  private async name(from: string | null | undefined): Promise<void> {
    await this.api.nameMoment(this.place(), this.pair().id, from);
    this.named.emit();
  }
}
