import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Order, OrderStatus } from '@toonbank/orders/contract';
import type { Environment } from '@toonbank/primitives';
import { Formats, Icon, ProblemPanel, StatusChip } from '@toonbank/ui';
import { lookOf } from './order-states';
import { OrdersApi } from './orders-api';

interface Row {
  readonly order: Order;
  readonly look: ReturnType<typeof lookOf>;
  readonly webshop: string;
}

interface Day {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The orders of one environment, newest first, changing while one looks. */
@Component({
  selector: 'tb-orders-page',
  imports: [RouterLink, TranslocoDirective, Icon, ProblemPanel, StatusChip],
  templateUrl: './orders-page.html',
  styleUrl: './orders-page.css',
})
export class OrdersPage {
  /** From the address: `/:environment/orders?status=&order=&after=`. */
  readonly environment = input.required<Environment>();
  readonly status = input<OrderStatus>();
  readonly order = input<string>();
  readonly after = input<string>();

  private readonly api = inject(OrdersApi);
  private readonly router = inject(Router);
  protected readonly formats = inject(Formats);

  protected readonly statuses = OrderStatus.options;
  protected readonly page = this.api.page(() => ({
    environment: this.environment(),
    status: this.status(),
    merchantOrderId: this.order(),
    after: this.after(),
  }));
  private readonly webshops = this.api.webshops();
  private readonly live = this.api.changes(() => this.environment());

  /** The rows that were read last: they stay while a next read fails or is under way. */
  private readonly read = linkedSignal<readonly Order[] | undefined, readonly Order[] | undefined>({
    source: () => (this.page.hasValue() ? this.page.value().items : undefined),
    computation: (items, before) => items ?? before?.value,
  });
  protected readonly isFirstRead = computed(() => this.read() === undefined);
  protected readonly isFiltered = computed(() => !!this.status() || !!this.order());
  protected readonly next = computed(() => (this.page.hasValue() ? this.page.value().next : null));

  protected readonly days = computed<readonly Day[]>(() => {
    const days: { name: string; rows: Row[] }[] = [];
    for (const known of this.read() ?? []) {
      const order = this.live.all().get(known.id) ?? known;
      const name = this.formats.day(order.createdAt);
      if (days.at(-1)?.name !== name) days.push({ name, rows: [] });
      days.at(-1)!.rows.push({ order, look: lookOf(order), webshop: this.hostOf(order) });
    }
    return days;
  });

  /** Orders that arrived since the page was read; they are shown when somebody asks. */
  protected readonly arrived = computed(() => {
    if (this.isFiltered() || this.after() || this.isFirstRead()) return 0;
    const shown = new Set(this.read()?.map((order) => order.id));
    return [...this.live.all().keys()].filter((id) => !shown.has(id)).length;
  });

  protected showArrived(): void {
    this.page.reload();
    this.live.clear();
  }

  protected filter(changes: { status?: string; order?: string }): void {
    // Another filter starts at the first page again.
    const queryParams = { ...changes, after: null };
    const empty = Object.entries(queryParams).map(([key, value]) => [key, value || null]);
    void this.router.navigate([], {
      queryParams: Object.fromEntries(empty),
      queryParamsHandling: 'merge',
    });
  }

  private hostOf({ webshopId }: Order): string {
    const known = this.webshops.hasValue() ? this.webshops.value().items : [];
    const webshop = known.find(({ id }) => id === webshopId);
    return webshop ? new URL(webshop.url).hostname : '';
  }
}
