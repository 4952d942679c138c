import { HttpClient, httpResource } from '@angular/common/http';
import { effect, inject, Injectable, signal, type Signal } from '@angular/core';
import {
  LastPaid,
  lastPaidPath,
  ListedOrder,
  OrderCount,
  orderCountPath,
  OrderDetail,
  OrderPage,
  ordersPath,
  OrderTotals,
  orderTotalsPath,
  PaidToday,
  paidTodayPath,
  webshopOrdersPath,
} from '@toonbank/orders/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { WebshopDetail, WebshopPage, webshopsPath } from '@toonbank/shop/contract';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** The portal's one door to the orders. Answers are parsed, so a drifting API fails here and not in a template. */
@Injectable({ providedIn: 'root' })
export class OrdersApi {
  private readonly http = inject(HttpClient);

  page(query: () => Query) {
    return httpResource(() => ({ url: `/${ordersPath}`, params: query() }), {
      parse: (answer) => OrderPage.parse(answer),
    });
  }

  /** Nothing is asked as long as there is no id. */
  detail(id: () => Id | undefined) {
    return httpResource(() => id() && `/${ordersPath}/${id()}`, {
      parse: (answer) => OrderDetail.parse(answer),
    });
  }

  async lastPaid(place: {
    readonly webshopId: Id;
    readonly environment: Environment;
  }): Promise<LastPaid> {
    const { webshopId, environment } = place;
    const path = `/${webshopOrdersPath.replace(':webshopId', webshopId)}/${lastPaidPath}`;
    return LastPaid.parse(await firstValueFrom(this.http.get(path, { params: { environment } })));
  }

  count(query: () => Query) {
    return httpResource(() => ({ url: `/${ordersPath}/${orderCountPath}`, params: query() }), {
      parse: (answer) => OrderCount.parse(answer),
    });
  }

  /** Figures per day; none are asked for as long as the question is undefined. */
  totals(query: () => Query | undefined) {
    return httpResource(
      () => {
        const params = query();
        return params && { url: `/${ordersPath}/${orderTotalsPath}`, params };
      },
      { parse: (answer) => OrderTotals.parse(answer) },
    );
  }

  /** Asked anew whenever `at` is another moment. */
  paidToday(place: () => { readonly environment: Environment; readonly at: number }) {
    return httpResource(
      () => {
        const { environment, at } = place();
        // The server has the clock; the moment is read here so that its passing asks again.
        return at ? { url: `/${ordersPath}/${paidTodayPath}`, params: { environment } } : undefined;
      },
      { parse: (answer) => PaidToday.parse(answer) },
    );
  }

  /** One webshop by its id; none is asked for as long as there is none to name. */
  webshop(id: () => Id | undefined) {
    return httpResource(
      () => {
        const known = id();
        return known && `/${webshopsPath}/${known}`;
      },
      { parse: (answer) => WebshopDetail.parse(answer) },
    );
  }

  /** The webshops one can narrow by: the first hundred; more are found by a part of their URL. */
  webshops(query: () => { readonly merchant: Id | undefined; readonly search: string }) {
    return httpResource(
      () => {
        const { merchant, search } = query();
        return {
          url: `/${webshopsPath}`,
          params: {
            limit: 100,
            ...(merchant && { merchantId: merchant }),
            ...(search && { search }),
          },
        };
      },
      { parse: (answer) => WebshopPage.parse(answer) },
    );
  }

  /**
   * Orders that changed since the page was opened, the newest state of each. Follows the environment
   * and the merchant; needs an injection context. A broken connection is opened again by the browser.
   */
  changes(place: () => { readonly environment: Environment; readonly merchant: Id | undefined }): {
    all: Signal<ReadonlyMap<Id, ListedOrder>>;
    clear(): void;
  } {
    const changed = signal<ReadonlyMap<Id, ListedOrder>>(new Map());
    effect((onCleanup) => {
      const { environment, merchant } = place();
      const query = new URLSearchParams({ environment, ...(merchant && { merchantId: merchant }) });
      const source = new EventSource(`/${ordersPath}/changes?${query}`);
      changed.set(new Map());
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const order = ListedOrder.safeParse(JSON.parse(data));
        if (order.success) changed.update((all) => new Map(all).set(order.data.id, order.data));
      };
      onCleanup(() => source.close());
    });
    return { all: changed.asReadonly(), clear: () => changed.set(new Map()) };
  }
}
