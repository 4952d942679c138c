import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import type { Id } from '@toonbank/primitives';
import { Skeleton } from '@toonbank/ui/states';
import { urlPrice } from './url-price';

/** Where a room above says what URLs cost. Nothing stands there when it can't be loaded. */
@Component({
  selector: 'tb-url-price',
  imports: [NgComponentOutlet, Skeleton],
  template: `@if (shown.hasValue()) {
      <ng-container *ngComponentOutlet="shown.value(); inputs: inputs()" />
    } @else if (shown.isLoading()) {
      <tb-skeleton label="…" [rows]="rows()" />
    }`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class UrlPricePlace {
  readonly shop = input.required<Id>();
  readonly of = input.required<'ofShop' | 'ofNext'>();

  private readonly prices = inject(urlPrice);
  protected readonly rows = computed(() => (this.of() === 'ofShop' ? 6 : 2));
  protected readonly inputs = computed(() => ({ shop: this.shop() }));
  protected readonly shown = resource({
    params: () => this.of(),
    loader: ({ params }) => this.prices[params](),
  });
}
