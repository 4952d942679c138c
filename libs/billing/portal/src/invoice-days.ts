import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Invoice } from '@toonbank/billing/contract';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { todayOf } from '@toonbank/ui/look';
import { ProblemPanel } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';

/** On which day an invoice was sent or paid: today, unless somebody says another day. */
@Component({
  selector: 'tb-invoice-days',
  imports: [TranslocoDirective, Control, Field, FormField, ProblemPanel],
  template: `<ng-container *transloco="let t; prefix: 'billing.invoice.onDay'">
    <div class="sec-h">
      <h2>{{ t('title') }}</h2>
    </div>
    <form class="form" (submit)="$event.preventDefault(); say(first())" novalidate>
      <tb-field [of]="form.on" [label]="t('on')" [hint]="t('hint')" [fault]="t('fault')">
        <input tbControl type="date" [formField]="form.on" />
      </tb-field>
      @if (sending.error(); as error) {
        <tb-problem-panel [error]="error" />
      }
      <p class="acts">
        @for (act of acts; track act) {
          <button
            class="btn"
            type="button"
            (click)="say(act)"
            [attr.aria-disabled]="sending.isBusy() || null"
          >
            {{ t(act) }}
          </button>
        }
      </p>
    </form>
  </ng-container>`,
  styles: `
    form {
      margin-top: var(--s-12);
    }
  `,
})
export class InvoiceDays {
  readonly invoice = input.required<Invoice>();
  readonly said = output();

  private readonly api = inject(BillingApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();
  protected readonly acts = ['sent', 'paid'] as const;
  /** What Enter says: nobody pays what was not sent. */
  protected readonly first = computed(() => (this.invoice().sentOn ? 'paid' : 'sent'));
  private readonly today = todayOf();

  private readonly model = linkedSignal(() => ({ on: this.today() }));
  protected readonly form = form(this.model, (path) => {
    required(path.on);
    validate(path.on, ({ value }) =>
      value() < this.invoice().issuedOn || value() > this.today() ? { kind: 'no-day' } : undefined,
    );
  });

  protected async say(act: 'sent' | 'paid'): Promise<void> {
    const { on } = this.model();
    const isSaid = await this.sending.send(this.form, () => this.api[act](this.invoice().id, on));
    if (!isSaid) return;
    this.toasts.show({ text: this.words.translate(`billing.invoice.done.${act}`) });
    this.said.emit();
  }
}
