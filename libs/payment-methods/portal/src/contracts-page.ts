import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Table, Tabs } from '@toonbank/ui/lists';
import { Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { lateLook, methodLooks } from './method-looks';
import { MerchantCrumbs } from './merchant-crumbs';
import { MethodsApi } from './methods-api';

/** What a merchant has with the bank: which methods, how far, and who has to do something. */
@Component({
  selector: 'tb-contracts-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, Icon, Moment, PageHead, ProblemPanel, Skeleton],
    ...[StatusChip, Table, Tabs],
  ],
  providers: [MerchantCrumbs],
  templateUrl: './contracts-page.html',
  styles: `
    tb-tabs {
      display: block;
      margin-bottom: var(--s-20);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-4) var(--s-16);
    }
  `,
})
export class ContractsPage {
  /** From the address: `/merchants/:id/payment-methods`. */
  readonly id = input.required<Id>();

  private readonly api = inject(MethodsApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly mayWrite = inject(SessionApi).has('methods:write');
  protected readonly looks = methodLooks;
  protected readonly late = lateLook;

  private readonly merchantRead = this.api.merchant(() => this.id());
  private readonly merchant = lastRead(this.merchantRead);
  protected readonly read = this.api.contracts(() => this.id());
  protected readonly list = lastRead(this.read);
  /** The verdict: what is late, else what runs, else what there is. */
  protected readonly lead = computed(() => {
    this.language.current();
    const items = this.list()?.items;
    if (!items) return undefined;
    const late = items.filter(({ overdue }) => overdue).length;
    const open = items.filter(({ turn }) => turn !== null).length;
    const active = items.filter(({ state }) => state === 'ACTIVE').length;
    const said = (key: string, count: number) =>
      this.words.translate<string>(`methods.leads.${key}`, { count });
    if (late > 0) return said(late === 1 ? 'oneLate' : 'late', late);
    if (open > 0) return said(open === 1 ? 'oneOpen' : 'open', open);
    return said(active === 1 ? 'oneActive' : 'active', active);
  });
  protected readonly tabs = inject(MerchantCrumbs).tabs(() => this.id());
  protected readonly crumbs = computed(() => {
    const merchant = this.merchant();
    return merchant ? [{ word: merchant.name, link: ['/merchants', merchant.id] }] : [];
  });
}
