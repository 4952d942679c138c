import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Id } from '@toonbank/primitives';
import { Copyable } from '@toonbank/ui/copying';
import { Moment } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import { Formats, Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ShopsApi } from './shops-api';
import { WebshopTable } from './webshop-table';

/** One client: its shops and webshops, and the ways to the rest of it. */
@Component({
  selector: 'tb-merchant-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Copyable, Empty, Icon, Moment, PageHead, ProblemPanel],
    ...[Skeleton, Table, WebshopTable],
  ],
  templateUrl: './merchant-page.html',
})
export class MerchantPage {
  /** From the address: `/merchants/:id`. */
  readonly id = input.required<Id>();

  private readonly api = inject(ShopsApi);
  private readonly session = inject(SessionApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly formats = inject(Formats);
  protected readonly mayWrite = this.session.has('webshops:write');
  protected readonly mayReadMethods = this.session.has('methods:read');
  protected readonly mayInvite = this.session.has('members:write');
  protected readonly mayRename = this.session.has('merchants:write');

  protected readonly read = this.api.merchant(() => this.id());
  protected readonly merchant = lastRead(this.read);
  protected readonly shopsRead = this.api.shops(() => ({ merchantId: this.id() }));
  protected readonly shops = lastRead(this.shopsRead);
  protected readonly webshopsRead = this.api.webshops(() => ({ merchantId: this.id() }));
  protected readonly webshops = lastRead(this.webshopsRead);
  protected readonly crumbs = computed(() => {
    this.language.current();
    if (!this.session.has('overview:read')) return [];
    return [{ word: this.words.translate<string>('shops.merchants'), link: ['/merchants'] }];
  });
}
