import { Component, computed, inject, input, linkedSignal, untracked } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { MethodStep } from '@toonbank/payment-methods/contract';
import type { Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Icon, PageHead, StatusChip, todayOf } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { lateLook, methodLooks } from './method-looks';
import { MerchantCrumbs } from './merchant-crumbs';
import { MethodsApi } from './methods-api';

/** One method of a merchant: whose turn it is, until when, what proves it, and what can be said of it. */
@Component({
  selector: 'tb-contract-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, Field, FormField, Icon, Moment, Note, PageHead],
    ...[ProblemPanel, Skeleton, StatusChip, Table],
  ],
  providers: [MerchantCrumbs],
  templateUrl: './contract-page.html',
  styles: `
    form,
    .meta {
      margin-top: var(--s-12);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-4) var(--s-16);
    }
  `,
})
export class ContractPage {
  /** From the address: `/merchants/:id/payment-methods/:contract`. */
  readonly id = input.required<Id>();
  readonly contract = input.required<Id>();

  private readonly api = inject(MethodsApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly today = todayOf();
  protected readonly mayWrite = inject(SessionApi).has('methods:write');
  protected readonly sending = new Sending();
  protected readonly late = lateLook;

  protected readonly read = this.api.contract(() => this.contract());
  protected readonly known = lastRead(this.read);
  protected readonly look = computed(() => methodLooks[this.known()?.state ?? 'REQUESTED']);
  protected readonly crumbs = inject(MerchantCrumbs).of(() => this.id());

  /** What follows first, on today: what is usually said. */
  private readonly model = linkedSignal(() => ({
    step: this.known()?.next[0] ?? ('signed' as MethodStep),
    on: untracked(this.today),
    reason: '',
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.on);
    required(path.reason, { when: ({ valueOf }) => valueOf(path.step) === 'refused' });
    maxLength(path.reason, 200);
  });
  protected readonly isRefusal = computed(() => this.model().step === 'refused');

  protected async submit(): Promise<void> {
    const { step, on, reason } = this.model();
    const said = reason.trim();
    const isTaken = await this.sending.send(this.form, () =>
      this.api.take(this.contract(), { step, on, ...(step === 'refused' && { reason: said }) }),
    );
    if (!isTaken) return;
    this.read.reload();
    this.toasts.show({ text: this.words.translate('methods.noted') });
  }
}
