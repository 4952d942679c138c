import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import { Icon, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ShopsApi } from './shops-api';
import { UrlPricePlace } from './url-price-place';
import { WebshopTable } from './webshop-table';

/** What the bank bills: its points of sale and the webshops at them. */
@Component({
  selector: 'tb-shop-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, Icon, Moment, PageHead, ProblemPanel],
    ...[Skeleton, Table, UrlPricePlace, WebshopTable],
  ],
  templateUrl: './shop-page.html',
})
export class ShopPage {
  /** From the address: `/shops/:id`. */
  readonly id = input.required<Id>();

  private readonly api = inject(ShopsApi);
  protected readonly mayWrite = inject(SessionApi).has('webshops:write');

  protected readonly read = this.api.shop(() => this.id());
  protected readonly shop = lastRead(this.read);
  protected readonly countersRead = this.api.pointsOfSale(() => this.id());
  protected readonly counters = lastRead(this.countersRead);
  protected readonly webshopsRead = this.api.webshops(() => ({ shopId: this.id(), limit: '100' }));
  protected readonly webshops = lastRead(this.webshopsRead);
  protected readonly crumbs = computed(() => {
    const shop = this.shop();
    return shop ? [{ word: shop.merchantName, link: ['/merchants', shop.merchantId] }] : [];
  });
}
