import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { WebshopUrl } from '@toonbank/shop/contract';
import { Sending } from '@toonbank/ui/forms';
import { Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { Note } from '@toonbank/ui/states';
import { ConnectStepper } from './connect-stepper';
import { rulesOf, WebshopFields, withProtocol } from './webshop-fields';

/** Connecting a webshop, first step: its URL and software. What is filled in stands in the address. */
@Component({
  selector: 'tb-address-page',
  imports: [RouterLink, TranslocoDirective, ConnectStepper, Icon, Note, PageHead, WebshopFields],
  templateUrl: './address-page.html',
})
export class AddressPage {
  /** From the address: `/:environment/webshops/new?url=&software=&other=&shop=`. */
  readonly environment = input.required<Environment>();
  readonly url = input<string>();
  readonly software = input<string>();
  readonly other = input<string>();
  readonly shop = input<Id>();

  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly sending = new Sending();
  private readonly model = linkedSignal(() => ({
    url: this.url() ?? '',
    software: this.software() ?? '',
    other: this.other() ?? '',
  }));
  protected readonly form = form(this.model, rulesOf);
  protected readonly crumbs = computed(() => {
    this.language.current();
    const word = this.words.translate<string>('shops.webshops');
    return [{ word, link: ['/', this.environment(), 'webshops'] }];
  });

  /** Nothing is sent yet: the next step makes the webshop. */
  protected async submit(): Promise<void> {
    if (!(await this.sending.send(this.form, () => Promise.resolve()))) return;
    const { software, other } = this.model();
    const url = WebshopUrl.parse(withProtocol(this.model().url));
    const filled = { url, software: software || null, other: other || null };
    // Back leads to this step as it was filled in.
    await this.router.navigate([], {
      queryParams: filled,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
    await this.router.navigate(['/', this.environment(), 'webshops', 'new', 'shop'], {
      queryParams: filled,
      queryParamsHandling: 'merge',
    });
  }
}
