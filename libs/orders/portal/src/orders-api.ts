import { httpResource } from '@angular/common/http';
import { effect, Injectable, signal, type Signal } from '@angular/core';
import {
  Order,
  OrderDetail,
  OrderPage,
  ordersPath,
  type OrderStatus,
} from '@toonbank/orders/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { WebshopPage, webshopsPath } from '@toonbank/shop/contract';

/** What the list of orders is narrowed to; lives in the address of the page. */
export interface OrderFilter {
  readonly environment: Environment;
  readonly status: OrderStatus | undefined;
  readonly merchantOrderId: string | undefined;
  readonly after: string | undefined;
}

/** The portal's one door to the orders. Answers are parsed, so a drifting API fails here and not in a template. */
@Injectable({ providedIn: 'root' })
export class OrdersApi {
  page(filter: () => OrderFilter) {
    const params = () =>
      Object.fromEntries(
        Object.entries(filter()).filter((pair): pair is [string, string] => !!pair[1]),
      );
    return httpResource(() => ({ url: `/${ordersPath}`, params: params() }), {
      parse: (answer) => OrderPage.parse(answer),
    });
  }

  detail(id: () => Id) {
    return httpResource(() => `/${ordersPath}/${id()}`, {
      parse: (answer) => OrderDetail.parse(answer),
    });
  }

  /** Names of webshops, for rows that hold their ids. */
  webshops() {
    return httpResource(() => `/${webshopsPath}?limit=100`, {
      parse: (answer) => WebshopPage.parse(answer),
    });
  }

  /**
   * Orders that changed since the page was opened, the newest state of each. Follows the environment;
   * needs an injection context. A broken connection is opened again by the browser.
   */
  changes(environment: () => Environment): { all: Signal<ReadonlyMap<Id, Order>>; clear(): void } {
    const changed = signal<ReadonlyMap<Id, Order>>(new Map());
    effect((onCleanup) => {
      const query = new URLSearchParams({ environment: environment() });
      const source = new EventSource(`/${ordersPath}/changes?${query}`);
      changed.set(new Map());
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const order = Order.safeParse(JSON.parse(data));
        if (order.success) changed.update((all) => new Map(all).set(order.data.id, order.data));
      };
      onCleanup(() => source.close());
    });
    return { all: changed.asReadonly(), clear: () => changed.set(new Map()) };
  }
}
