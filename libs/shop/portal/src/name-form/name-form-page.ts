import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { PageHead } from '@toonbank/ui/look';
import { lastRead, ProblemPanel } from '@toonbank/ui/states';
import { ShopsApi } from '../shops-api';

export type NameFormKind = 'newShop' | 'editShop' | 'newPointOfSale' | 'editPointOfSale';

/** The name of a shop or a point of sale: all that either has of its own. */
@Component({
  selector: 'tb-name-form-page',
  imports: [...[RouterLink, TranslocoDirective, Control, Field, FormField, PageHead, ProblemPanel]],
  templateUrl: './name-form-page.html',
})
export class NameFormPage {
  /** From the route. The id is a merchant's for a new shop, else a shop's. */
  readonly kind = input.required<NameFormKind>();
  readonly id = input.required<Id>();
  readonly pointOfSale = input<Id>();

  private readonly api = inject(ShopsApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly sending = new Sending();

  protected readonly isCounter = computed(() => this.kind().endsWith('PointOfSale'));
  private readonly merchantRead = this.api.merchant(() =>
    this.kind() === 'newShop' ? this.id() : undefined,
  );
  private readonly shopRead = this.api.shop(() =>
    this.kind() === 'newShop' ? undefined : this.id(),
  );
  private readonly countersRead = this.api.pointsOfSale(() =>
    this.kind() === 'editPointOfSale' ? this.id() : undefined,
  );
  protected readonly readError = computed(
    () => this.merchantRead.error() ?? this.shopRead.error() ?? this.countersRead.error(),
  );
  private readonly merchant = lastRead(this.merchantRead);
  private readonly shop = lastRead(this.shopRead);
  private readonly counters = lastRead(this.countersRead);
  private readonly before = computed(() => {
    if (this.kind() === 'editShop') return this.shop()?.name ?? '';
    return this.counters()?.items.find(({ id }) => id === this.pointOfSale())?.name ?? '';
  });
  private readonly model = linkedSignal(() => ({ name: this.before() }));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 100);
  });
  protected readonly back = computed(() =>
    this.kind() === 'newShop' ? ['/merchants', this.id()] : ['/shops', this.id()],
  );
  protected readonly crumbs = computed(() => {
    const word = this.merchant()?.name ?? this.shop()?.name;
    return word ? [{ word, link: this.back() }] : [];
  });

  protected async submit(): Promise<void> {
    const { name } = this.model();
    let to = this.back();
    const isSaved = await this.sending.send(this.form, async () => {
      const made = await this.save(name);
      if (made) to = ['/shops', made];
    });
    if (!isSaved) return;
    this.toasts.show({ text: this.words.translate(`shops.saved.${this.kind()}`, { name }) });
    await this.router.navigate(to);
  }

  /** The id of a new shop, which is gone to. */
  private async save(name: string): Promise<Id | undefined> {
    switch (this.kind()) {
      case 'newShop':
        return (await this.api.createShop(this.id(), name)).id;
      case 'editShop':
        await this.api.renameShop(this.id(), name);
        return undefined;
      case 'newPointOfSale':
        await this.api.createPointOfSale(this.id(), name);
        return undefined;
      case 'editPointOfSale':
        await this.api.renamePointOfSale(this.pointOfSale()!, name);
        return undefined;
    }
  }
}
