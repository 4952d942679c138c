import { Component, computed, inject, Injector, input, resource } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { readinessOf, ShopsApi } from '@toonbank/shop/portal/parts';
import { Moment, Money } from '@toonbank/ui/figures';
import { type Tab, Tabs } from '@toonbank/ui/lists';
import { Icon, LanguageChoice, Now, PageHead, StatusChip } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { lastPaid } from './last-paid';

const dayMs = 24 * 3_600_000;

/** What all pages about one webshop stand in: its name, how far it is, and the ways to its pages. */
@Component({
  selector: 'tb-webshop-frame',
  imports: [
    ...[RouterLink, RouterOutlet, TranslocoDirective, Icon, PageHead, ProblemPanel, Skeleton],
    ...[Moment, Money, Note, StatusChip, Tabs],
  ],
  templateUrl: './webshop-frame.html',
  styles: `
    .lead {
      max-width: 68ch;
      margin-top: var(--s-6);
      color: var(--ink-2);
    }
    tb-tabs {
      display: block;
    }
    tb-tabs,
    tb-note {
      margin-bottom: var(--s-24);
    }
  `,
})
export class WebshopFrame {
  /** From the address: `/:environment/webshops/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly session = inject(SessionApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly mayWriteKeys = this.session.has('keys:write');
  protected readonly mayWrite = this.session.has('webshops:write');
  protected readonly mayEnd = this.session.has('webshops:end');

  readonly read = inject(ShopsApi).webshop(() => this.id());
  readonly webshop = lastRead(this.read);
  readonly here = computed(() =>
    this.webshop()?.environments.find((e) => e.environment === this.environment()),
  );
  private readonly load = inject(lastPaid);
  private readonly injector = inject(Injector);
  private readonly paidRead = resource({
    params: () => {
      const place = { webshopId: this.id(), environment: this.environment() };
      return this.session.has('orders:read') ? place : undefined;
    },
    loader: async ({ params }) => ({ params, order: await this.load(this.injector, params) }),
  });
  private readonly paid = lastRead(this.paidRead);
  /** Null: nothing was paid yet. Undefined: nobody knows here, and the head says nothing of it. */
  protected readonly lastPaid = computed(() => {
    const { params, order } = this.paid() ?? {};
    // What was read before another environment was chosen is of that one.
    const isHere = params?.webshopId === this.id() && params.environment === this.environment();
    return isHere ? order : undefined;
  });
  private readonly now = inject(Now);
  protected readonly paidForm = computed(() => {
    const at = Date.parse(this.lastPaid()?.at ?? '');
    return this.now.ms() - at < dayMs ? 'relative' : 'short';
  });
  /** Together, so that nothing moves; the head waits for nobody who fails. */
  protected readonly isThere = computed(() => !!this.webshop() && !this.isPaidAsked());
  private readonly isPaidAsked = computed(() => this.paidRead.isLoading() && !this.paid());
  protected readonly look = computed(() => readinessOf(this.here(), this.webshop()?.ending));
  protected readonly crumbs = computed(() => {
    this.language.current();
    const webshop = this.webshop();
    const word = this.words.translate<string>('shops.webshops');
    const list = { word, link: ['/', this.environment(), 'webshops'] };
    if (!webshop) return [list];
    return [
      list,
      { word: webshop.merchantName, link: ['/merchants', webshop.merchantId] },
      { word: webshop.shopName, link: ['/shops', webshop.shopId] },
    ];
  });
  protected readonly tabs = computed<readonly Tab[]>(() => {
    this.language.current();
    const base = ['/', this.environment(), 'webshops', this.id()];
    const tab = (page: string, word: string) => ({
      word: this.words.translate<string>(`keys.${word}`),
      link: page ? [...base, page] : base,
    });
    return [
      tab('', 'overview'),
      ...(this.session.has('methods:read') ? [tab('payment-methods', 'methods')] : []),
      ...(this.session.has('api-keys:write') ? [tab('api-keys', 'apiKeys')] : []),
      ...(this.mayWriteKeys ? [tab('virtual-keys', 'virtualKeys')] : []),
      tab('snippet', 'snippet'),
    ];
  });
}
