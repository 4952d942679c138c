import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { OrderStatus } from '@toonbank/orders/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment, Money } from '@toonbank/ui/figures';
import { FilterBar } from '@toonbank/ui/filters';
import { ExportLink, Pager, type Tab, Table, Tabs } from '@toonbank/ui/lists';
import { Formats, Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { arrivalsOf } from './arrivals';
import { filterFields, isNarrowed, type OrderChoice, queryOf, valuesOf } from './order-filters';
import { daysOf } from './order-rows';
import { OrdersApi } from './orders-api';
import { PaidToday } from './paid-today';

/** The orders of one environment, newest first, changing while one looks. */
@Component({
  selector: 'tb-orders-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Icon, Moment, Money, PageHead, Pager],
    ...[ExportLink, PaidToday, ProblemPanel, Skeleton, StatusChip, Table, Tabs],
  ],
  templateUrl: './orders-page.html',
  styleUrl: './orders-page.css',
})
export class OrdersPage {
  /** From the address: `/:environment/orders?…`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly status = input<string>();
  readonly look = input<string>();
  readonly brand = input<string>();
  readonly amount = input<string>();
  readonly order = input<string>();
  readonly webshop = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly after = input<string>();

  private readonly api = inject(OrdersApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly session = inject(SessionApi);
  protected readonly formats = inject(Formats);
  protected readonly mayExport = this.session.has('exports:write');
  protected readonly isMerchant = computed(() => !!this.session.current()?.chosen?.merchantId);

  protected readonly choice = computed<OrderChoice>(() => ({
    status: this.status(),
    look: this.look(),
    brand: this.brand(),
    amount: this.amount(),
    order: this.order(),
    webshop: this.webshop(),
    from: this.from(),
    until: this.until(),
  }));
  private readonly place = computed(() => ({
    environment: this.environment(),
    merchant: this.merchant(),
  }));
  private readonly query = computed(() => queryOf(this.place(), this.choice()));

  protected readonly page = this.api.page(() => {
    const after = this.after();
    return { ...this.query(), ...(after && { after }) };
  });
  /** What is typed to find a webshop to narrow by. */
  private readonly sought = signal('');
  private readonly counted = this.api.count(() => this.query());
  private readonly looked = this.api.count(() =>
    queryOf(this.place(), { look: 'true', webshop: this.webshop() }),
  );
  private readonly webshops = this.api.webshops(() => ({
    merchant: this.merchant(),
    search: this.sought(),
  }));
  private readonly named = lastRead(this.webshops);
  /** The webshops one can narrow by: those that are known, and those of what is shown. */
  private readonly hosts = computed(
    () =>
      new Map([
        ...(this.named()?.items ?? []).map(({ id, host }) => [id, host] as const),
        ...(this.sought() ? [] : this.orders()).map(
          ({ webshopId, host }) => [webshopId, host] as const,
        ),
      ]),
  );
  /** The webshop of the chip, where no list that is read names it: an id tells nobody anything. */
  private readonly chosen = this.api.webshop(() => {
    const id = this.webshop();
    return id && this.named() && this.read() && !this.hosts().has(id) ? id : undefined;
  });
  private readonly live = this.api.changes(() => this.place());

  private readonly read = lastRead(this.page);
  protected readonly isFirstRead = computed(() => this.read() === undefined);
  protected readonly orders = computed(() => this.read()?.items ?? []);
  protected readonly next = computed(() => this.read()?.next ?? null);
  protected readonly isFiltered = computed(() =>
    Object.values(this.choice()).some((value) => value !== undefined),
  );
  protected readonly count = lastRead(this.counted);

  /** Sums are of whole days, so they are asked for the days that are shown, and only unnarrowed. */
  private readonly totals = this.api.totals(() => {
    const [newest, oldest] = [this.orders()[0], this.orders().at(-1)];
    if (!newest || !oldest || isNarrowed(this.choice())) return undefined;
    const { environment, merchantId, webshopId } = queryOf(this.place(), this.choice());
    return {
      environment: environment!,
      ...(merchantId && { merchantId }),
      ...(webshopId && { webshopId }),
      from: this.formats.dayKey(oldest.createdAt),
      until: this.formats.dayKey(newest.createdAt),
    };
  });
  private readonly sums = lastRead(this.totals);
  protected readonly days = computed(() => {
    const totals = isNarrowed(this.choice()) ? undefined : this.sums()?.days;
    return daysOf({ orders: this.orders(), live: this.live.all(), totals }, this.formats);
  });

  protected readonly fields = computed(() => {
    this.language.current();
    const named = [...this.hosts()].map(([id, host]) => ({ id, host }));
    const word = (key: string) => this.words.translate<string>(`orders.${key}`);
    return filterFields(word, OrderStatus.options, {
      named,
      // Unknown to everybody: then its id is all there is to say.
      chosen: this.chosen.error() ? this.webshop() : this.chosen.value()?.host,
      search: (text) => this.sought.set(text.trim()),
    });
  });
  protected readonly values = computed(() => valuesOf(this.choice()));
  protected readonly tabs = computed<readonly Tab[]>(() => {
    this.language.current();
    const link = ['/', this.environment(), 'orders'];
    const [isLook, status] = [this.look() === 'true', this.status()];
    const word = (key: string) => this.words.translate<string>(`orders.views.${key}`);
    const of = (key: string, isHere: boolean, query: Record<string, string | null>): Tab => ({
      ...{ word: word(key), link, isHere },
      query: { look: null, status: null, after: null, ...query },
    });
    const count = this.looked.hasValue() ? this.looked.value().count : 0;
    return [
      of('all', !isLook && !status, {}),
      { ...of('look', isLook, { look: 'true' }), ...(count > 0 && { count }) },
      of('open', status === 'IN_PROGRESS', { status: 'IN_PROGRESS' }),
      of('paid', status === 'COMPLETED', { status: 'COMPLETED' }),
    ];
  });
  protected readonly times = computed(() => this.orders().map(({ createdAt }) => createdAt));

  /** Orders that arrived since the page was read; they are shown when somebody asks. */
  protected readonly arrived = computed(() => {
    if (this.after() || this.isFirstRead()) return 0;
    return arrivalsOf(this.live.all().values(), this.orders(), this.choice());
  });

  protected showArrived(): void {
    this.page.reload();
    this.counted.reload();
    this.totals.reload();
    this.live.clear();
  }

  /** Another filter starts at the first page again. */
  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }

  protected dropFilters(): void {
    this.filter(Object.fromEntries(Object.keys(this.choice()).map((key) => [key, null])));
  }
}
