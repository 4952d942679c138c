import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { PayPal } from '@toonbank/payment-methods/contract';
import type { Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Tabs } from '@toonbank/ui/lists';
import { Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { MethodFormsApi } from './forms-api';
import { MerchantCrumbs } from './merchant-crumbs';

/** What PayPal needs of a merchant: the account, what is to be checked off, and an order as proof. */
@Component({
  selector: 'tb-paypal-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, Field, FormField, Icon, Moment, Note, PageHead],
    ...[ProblemPanel, Skeleton, Tabs],
  ],
  providers: [MerchantCrumbs],
  templateUrl: './paypal-page.html',
  styleUrl: './forms.css',
})
export class PayPalPage {
  /** From the address: `/merchants/:id/payment-methods/paypal`. */
  readonly id = input.required<Id>();

  private readonly api = inject(MethodFormsApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly mayWrite = inject(SessionApi).has('methods:write');
  protected readonly sending = new Sending();
  /** Apart from the form: what is wrong with the proof is said at the proof. */
  protected readonly acting = new Sending();
  protected readonly read = this.api.paypal(() => this.id());
  protected readonly known = lastRead(this.read);
  private readonly place = inject(MerchantCrumbs);
  protected readonly crumbs = this.place.of(() => this.id());
  protected readonly tabs = this.place.tabs(() => this.id());
  protected readonly lead = computed(() => {
    this.language.current();
    const known = this.known();
    return known && this.words.translate<string>(`methods.paypal.leads.${stageOf(known)}`);
  });

  private readonly model = linkedSignal(() => ({ email: this.known()?.email ?? '' }));
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
  });

  protected async save(): Promise<void> {
    const isSaved = await this.sending.send(this.form, () =>
      this.api.setPayPal(this.id(), this.model().email.trim()),
    );
    if (!isSaved) return;
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('methods.paypal.saved') });
  }

  protected async check({ item, doneAt }: PayPal['checklist'][number]): Promise<void> {
    await this.acting.run(() => this.api.check(this.id(), item, doneAt === null));
    this.read.reload();
  }

  protected async prove(): Promise<void> {
    await this.acting.run(() => this.api.prove(this.id()));
    this.read.reload();
  }
}

function stageOf({ email: address, checklist, proof }: PayPal): string {
  if (address === null) return 'account';
  if (checklist.some(({ doneAt }) => doneAt === null)) return 'checklist';
  return proof ? 'proven' : 'proof';
}
