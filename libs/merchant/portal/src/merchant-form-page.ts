import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, pattern, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { LanguageChoice, PageHead } from '@toonbank/ui/look';
import { lastRead, ProblemPanel } from '@toonbank/ui/states';
import { MerchantsApi } from './merchants-api';

/** A new merchant, or another name for one. */
@Component({
  selector: 'tb-merchant-form-page',
  imports: [...[RouterLink, TranslocoDirective, Control, Field, FormField, PageHead, ProblemPanel]],
  templateUrl: './merchant-form-page.html',
})
export class MerchantFormPage {
  /** From the address: `/merchants/:id/edit`; none: a new one. */
  readonly id = input<Id>();

  private readonly api = inject(MerchantsApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly sending = new Sending();

  protected readonly read = this.api.one(() => this.id());
  private readonly known = lastRead(this.read);
  private readonly model = linkedSignal(() => ({
    name: this.known()?.name ?? '',
    kvkNumber: this.known()?.kvkNumber ?? '',
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 100);
    pattern(path.kvkNumber, /^\d{8}$/);
  });
  protected readonly crumbs = computed(() => {
    this.language.current();
    const merchants = {
      word: this.words.translate<string>('merchants.title'),
      link: ['/merchants'],
    };
    const merchant = this.known();
    return merchant
      ? [merchants, { word: merchant.name, link: ['/merchants', merchant.id] }]
      : [merchants];
  });

  protected async submit(): Promise<void> {
    const { name, kvkNumber } = this.model();
    const id = this.id();
    let merchantId = id;
    const isSaved = await this.sending.send(this.form, async () => {
      if (id) await this.api.change(id, { name, kvkNumber: kvkNumber || null });
      else {
        const made = await this.api.create({ name, ...(kvkNumber && { kvkNumber }) });
        merchantId = made.id;
      }
    });
    if (!isSaved) return;
    this.toasts.show({ text: this.words.translate(id ? 'merchants.saved' : 'merchants.made') });
    await this.router.navigate(['/merchants', merchantId]);
  }
}
