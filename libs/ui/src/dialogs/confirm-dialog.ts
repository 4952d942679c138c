import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Ledger } from '../ledger/ledger';
import { Control } from '../forms/control';
import { Field } from '../forms/field';
import { Sending } from '../forms/sending';
import { ProblemPanel } from '../states/problem-panel';
import { Dialog } from './dialog';
import type { Confirmed, Question } from '../layers/confirmations';

/** Asks before something that can't be undone, with what it costs and, where one is kept, a reason. */
@Component({
  selector: 'tb-confirm-dialog',
  imports: [TranslocoDirective, Control, Dialog, Field, FormField, Ledger, ProblemPanel],
  template: `<form
    *transloco="let t; prefix: 'ui.confirm'"
    (submit)="$event.preventDefault(); confirm()"
    novalidate
  >
    <tb-dialog [title]="question.title">
      @for (sentence of question.says; track sentence) {
        <p>{{ sentence }}</p>
      }
      @if (question.ledger; as ledger) {
        <tb-ledger [lines]="ledger.lines" [total]="ledger.total" />
      }
      @if (question.asksReason) {
        <tb-field
          [of]="form.reason"
          [label]="t('reason')"
          [hint]="t('reasonHint')"
          [fault]="t('reasonFault')"
        >
          <textarea tbControl [formField]="form.reason" rows="3"></textarea>
        </tb-field>
      }
      @if (sending.error(); as error) {
        <tb-problem-panel [error]="error" />
      }
      <button act class="btn" type="button" (click)="dialog.close()">{{ t('not') }}</button>
      <button act [class]="tone()" type="submit" [attr.aria-disabled]="sending.isBusy() || null">
        {{ question.act }}
      </button>
    </tb-dialog>
  </form>`,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<Confirmed>>(DialogRef);
  protected readonly sending = new Sending();
  private readonly model = signal({ reason: '' });
  protected readonly form = form(this.model, (path) => {
    if (!this.question.asksReason) return;
    minLength(path.reason, 3);
    maxLength(path.reason, 200);
  });
  protected readonly tone = computed(() => (this.question.isFinal ? 'btn bad' : 'btn pri'));

  protected async confirm(): Promise<void> {
    const confirmed = { reason: this.model().reason.trim() };
    const isDone = await this.sending.send(this.form, () => this.question.does(confirmed));
    if (isDone) this.dialog.close(confirmed);
  }
}
