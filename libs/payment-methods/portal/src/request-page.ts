import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { brandOf } from '@toonbank/payment-methods/contract';
import type { Id } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel } from '@toonbank/ui/states';
import { brandOptions, isBrand } from './brand-options';
import { MerchantCrumbs } from './merchant-crumbs';
import { MethodsApi } from './methods-api';

/** Asking for a method: what it takes, who signs where, and how long the bank takes then. */
@Component({
  selector: 'tb-request-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, Field, FormField, Icon, Note, PageHead],
    ProblemPanel,
  ],
  providers: [MerchantCrumbs],
  templateUrl: './request-page.html',
})
export class RequestPage {
  /** From the address: `/merchants/:id/payment-methods/new?brand=`. */
  readonly id = input.required<Id>();
  readonly brand = input<string>();

  private readonly api = inject(MethodsApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly sending = new Sending();

  private readonly list = lastRead(this.api.contracts(() => this.id()));
  /** What is not requested or active yet; of what we do not know, what was asked for once. */
  protected readonly brands = computed(() => {
    const items = this.list()?.items ?? [];
    const taken = items
      .filter(({ state }) => state !== 'REFUSED' && state !== 'WITHDRAWN')
      .map(({ brand }) => brand);
    const options = brandOptions([this.brand(), ...items.map(({ brand }) => brand)]);
    return options.filter(({ brand }) => !taken.includes(brand));
  });
  private readonly model = linkedSignal(() => {
    const asked = this.brand();
    return { brand: isBrand(asked) ? asked : '' };
  });
  protected readonly form = form(this.model, (path) => required(path.brand));
  protected readonly chosen = computed(() => {
    const { brand } = this.model();
    return brand === '' ? undefined : brandOf(brand);
  });
  protected readonly days = computed(() => {
    this.language.current();
    const { least, most } = this.chosen()?.leadDays ?? { least: 0, most: 0 };
    const key = least === 0 ? 'most' : 'between';
    return this.words.translate<string>(`methods.request.${key}`, { least, most });
  });
  protected readonly back = computed(() => ['/merchants', this.id(), 'payment-methods']);
  protected readonly crumbs = inject(MerchantCrumbs).of(() => this.id());

  protected async submit(): Promise<void> {
    let made: Id | undefined;
    const isSent = await this.sending.send(this.form, async () => {
      made = (await this.api.request(this.id(), this.model().brand)).id;
    });
    if (isSent) await this.router.navigate([...this.back(), made], { replaceUrl: true });
  }
}
