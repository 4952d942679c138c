import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, max, maxLength, min, pattern, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { BillingSettings } from '@toonbank/billing/contract';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { LanguageChoice, PageHead } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BankPriceList } from './bank-price-list';
import { BillingApi } from './billing-api';
import { FeeSetting } from './fee-setting';

/** How the agency bills: what the bank leaves open, and from whom invoices come. */
@Component({
  selector: 'tb-billing-settings-page',
  imports: [
    ...[
      TranslocoDirective,
      BankPriceList,
      Control,
      FeeSetting,
      Field,
      FormField,
      Note,
      PageHead,
      ProblemPanel,
    ],
    ...[Skeleton],
  ],
  templateUrl: './settings-page.html',
})
export class BillingSettingsPage {
  private readonly api = inject(BillingApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly sending = new Sending();
  protected readonly read = this.api.settings();
  protected readonly settings = lastRead(this.read);
  protected readonly crumbs = computed(() => {
    this.language.current();
    return [{ word: this.words.translate<string>('billing.title'), link: ['/billing'] }];
  });

  private readonly model = linkedSignal(() => modelOf(this.settings()));
  protected readonly form = form(this.model, (path) => {
    required(path.letterhead.name);
    required(path.letterhead.vatNumber);
    required(path.street);
    required(path.place);
    maxLength(path.letterhead.name, 100);
    maxLength(path.street, 100);
    maxLength(path.place, 100);
    maxLength(path.bankVatSource, 100);
    pattern(path.letterhead.kvkNumber, /^(\d{8})?$/);
    required(path.termDays);
    min(path.termDays, 0);
    max(path.termDays, 120);
  });

  protected async save(): Promise<void> {
    const { street, place, bankVatSource, letterhead, ...rest } = this.model();
    const isSaved = await this.sending.send(this.form, () =>
      this.api.changeSettings({
        ...rest,
        bankVatSource: bankVatSource.trim() || null,
        letterhead: {
          ...letterhead,
          address: [street, place],
          kvkNumber: letterhead.kvkNumber || null,
          iban: letterhead.iban.trim() || null,
        },
      }),
    );
    if (!isSaved) return;
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('billing.settings.saved') });
  }
}

/** Named as the server names it, so that its refusals find their fields. */
function modelOf(settings: BillingSettings | undefined) {
  const head = settings?.letterhead;
  const [street = '', place = ''] = head?.address ?? [];
  return {
    countsPer: settings?.countsPer ?? 'shop',
    proRata: settings?.proRata ?? 'months',
    bankVat: settings?.bankVat ?? 'unknown',
    bankVatSource: settings?.bankVatSource ?? '',
    termDays: settings?.termDays ?? 14,
    letterhead: {
      ...{ name: head?.name ?? '', vatNumber: head?.vatNumber ?? '' },
      ...{ kvkNumber: head?.kvkNumber ?? '', iban: head?.iban ?? '' },
    },
    ...{ street, place },
  };
}
