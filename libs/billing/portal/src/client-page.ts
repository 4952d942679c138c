import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Payer } from '@toonbank/billing/contract';
import type { Id, Language } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { LanguageChoice, languages, PageHead } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';
import { FeeSetting } from './fee-setting';

/** How a merchant is billed: who pays the bank, and to whom the invoice goes. */
@Component({
  selector: 'tb-client-page',
  imports: [
    ...[TranslocoDirective, Control, FeeSetting, Field, FormField, PageHead, ProblemPanel],
    ...[Skeleton],
  ],
  templateUrl: './client-page.html',
})
export class ClientPage {
  /** From the address: `/billing/clients/:id`. */
  readonly id = input.required<Id>();

  private readonly api = inject(BillingApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly languages = languages;
  protected readonly sending = new Sending();
  protected readonly read = this.api.client(() => this.id());
  protected readonly client = lastRead(this.read);

  private readonly model = linkedSignal(() => {
    const client = this.client();
    const [street = '', place = ''] = client?.billedTo?.address ?? [];
    return {
      ...{ payer: (client?.payer ?? 'merchant') as Payer, street, place },
      language: (client?.language ?? 'nl') as Language,
      // Kept as the server names it, so that its refusals find their field.
      billedTo: {
        name: client?.billedTo?.name ?? client?.merchantName ?? '',
        vatNumber: client?.billedTo?.vatNumber ?? '',
      },
    };
  });
  protected readonly form = form(this.model, (path) => {
    required(path.billedTo.name);
    maxLength(path.billedTo.name, 100);
    required(path.street);
    required(path.place);
    maxLength(path.street, 100);
    maxLength(path.place, 100);
  });
  protected readonly crumbs = computed(() => {
    this.language.current();
    const billing = { word: this.words.translate<string>('billing.title'), link: ['/billing'] };
    const client = this.client();
    if (!client) return [billing];
    return [billing, { word: client.merchantName, link: ['/merchants', client.merchantId] }];
  });

  protected async save(): Promise<void> {
    const { payer, language, street, place, billedTo } = this.model();
    const vatNumber = billedTo.vatNumber.trim() || null;
    const to = { name: billedTo.name, address: [street, place], vatNumber };
    const isSaved = await this.sending.send(this.form, () =>
      this.api.changeClient(this.id(), { payer, language, billedTo: to }),
    );
    if (!isSaved) return;
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('billing.client.saved') });
  }
}
