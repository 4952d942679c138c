import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BillinkExclusion } from '@toonbank/payment-methods/contract';
import { Dialog } from '@toonbank/ui/dialogs';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { ProblemPanel } from '@toonbank/ui/states';
import { MethodFormsApi } from './forms-api';
import { methodWords } from './method-words';

/** Asks until which day a group is excluded; answers true when that was kept. */
@Component({
  selector: 'tb-end-exclusion-dialog',
  imports: [TranslocoDirective, Control, Dialog, Field, FormField, ProblemPanel],
  providers: [methodWords],
  template: `<form
    *transloco="let t; prefix: 'methods.exclusions'"
    (submit)="$event.preventDefault(); end()"
    novalidate
  >
    <tb-dialog [title]="t('ending.title', { name: group.name })">
      <p>{{ t('ending.says') }}</p>
      <tb-field
        [of]="form.until"
        [label]="t('ending.last')"
        [hint]="group.until === null ? undefined : t('ending.hint')"
        [fault]="t('dayFault')"
      >
        <input tbControl type="date" [formField]="form.until" />
      </tb-field>
      @if (sending.error(); as error) {
        <tb-problem-panel [error]="error" />
      }
      <button act class="btn" type="button" (click)="dialog.close()">
        {{ t('ending.not') }}
      </button>
      <button act class="btn pri" type="submit" [attr.aria-disabled]="sending.isBusy() || null">
        {{ t('ending.act') }}
      </button>
    </tb-dialog>
  </form>`,
})
export class EndExclusionDialog {
  protected readonly group = inject<BillinkExclusion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(MethodFormsApi);
  protected readonly sending = new Sending();
  private readonly model = signal({ until: this.group.until ?? '' });
  /** Emptied where there was an end: it is so as far as is known. */
  protected readonly form = form(this.model, (path) => {
    required(path.until, { when: () => this.group.until === null });
  });

  protected async end(): Promise<void> {
    const until = this.model().until || null;
    const isKept = await this.sending.send(this.form, () =>
      this.api.endExclusion(this.group.id, until),
    );
    if (isKept) this.dialog.close(true);
  }
}
