import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { WebshopUrl } from '@toonbank/shop/contract';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel } from '@toonbank/ui/states';
import { ShopsApi } from '../shops-api';
import { UrlPricePlace } from '../url-price-place';
import { ConnectStepper } from './connect-stepper';
import { JustIssued } from './just-issued';
import { softwareOf, withProtocol } from './webshop-fields';

const newCounter = 'new';

/** Connecting a webshop, second step: to which shop and point of sale it belongs. Makes the webshop. */
@Component({
  selector: 'tb-counter-page',
  imports: [
    ...[RouterLink, TranslocoDirective, ConnectStepper, Control, Empty, Field, FormField, Icon],
    ...[PageHead, ProblemPanel, UrlPricePlace],
  ],
  templateUrl: './counter-page.html',
})
export class CounterPage {
  /** From the address: `/:environment/webshops/new/shop?url=&software=&other=&shop=`. */
  readonly environment = input.required<Environment>();
  readonly url = input<string>();
  readonly software = input<string>();
  readonly other = input<string>();
  readonly shop = input<Id>();
  readonly merchant = input<Id>();

  private readonly api = inject(ShopsApi);
  private readonly issued = inject(JustIssued);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly sending = new Sending();

  protected readonly shopsRead = this.api.shops(() => ({ merchantId: this.merchant() }));
  private readonly merchantsRead = this.api.merchants();
  private readonly shops = lastRead(this.shopsRead);
  private readonly merchants = lastRead(this.merchantsRead);
  protected readonly choices = computed(() => {
    const names = new Map(this.merchants()?.items.map(({ id, name }) => [id, name]));
    return this.shops()?.items.map(({ id, name, merchantId }) => ({
      id,
      word: [names.get(merchantId), name].filter(Boolean).join(' · '),
    }));
  });

  private readonly model = linkedSignal(() => ({ shop: this.shop() ?? '', counter: '', name: '' }));
  protected readonly countersRead = this.api.pointsOfSale(() => this.model().shop || undefined);
  protected readonly counters = computed(() =>
    this.countersRead.hasValue() ? this.countersRead.value().items : [],
  );
  protected readonly form = form(this.model, (path) => {
    required(path.shop);
    required(path.counter);
    required(path.name, { when: ({ valueOf }) => valueOf(path.counter) === newCounter });
    maxLength(path.name, 100);
  });
  protected readonly address = computed(
    () => WebshopUrl.safeParse(withProtocol(this.url() ?? '')).data,
  );
  protected readonly crumbs = computed(() => {
    this.language.current();
    const word = this.words.translate<string>('shops.webshops');
    return [{ word, link: ['/', this.environment(), 'webshops'] }];
  });

  protected async submit(): Promise<void> {
    let webshopId: Id | undefined;
    const isMade = await this.sending.send(this.form, async () => {
      webshopId = await this.make();
    });
    if (!isMade) return;
    // Back leads to the list, not to a form that would make a second one.
    await this.router.navigate(['/', this.environment(), 'webshops', webshopId, 'bank'], {
      replaceUrl: true,
    });
  }

  private async make(): Promise<Id> {
    const counterId = await this.counter();
    const { software = '', other = '' } = { software: this.software(), other: this.other() };
    const kept = softwareOf({ url: '', software, other });
    const made = await this.api.createWebshop(counterId, {
      url: this.address() ?? '',
      ...(kept && { software: kept }),
    });
    for (const environment of ['sandbox', 'production'] as const) {
      this.issued.keep(made.id, environment, { pair: made.virtualKeys[environment] });
    }
    return made.id;
  }

  /** A point of sale that was made stays chosen: when the webshop fails, the next try makes no other. */
  private async counter(): Promise<Id> {
    const { shop, counter, name } = this.model();
    if (counter !== newCounter) return counter;
    const made = await this.api.createPointOfSale(shop, name);
    this.countersRead.reload();
    this.model.update((model) => ({ ...model, counter: made.id }));
    return made.id;
  }
}
