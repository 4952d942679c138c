import { Injectable } from '@nestjs/common';
import type { SearchQuery, SearchResult } from '@toonbank/cockpit/contract';
import { MerchantList } from '@toonbank/merchant/server';
import type { ListedOrder } from '@toonbank/orders/contract';
import { environmentOf, OrdersService } from '@toonbank/orders/server';
import { Clock, dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import type { Scope } from '@toonbank/platform/db';
import type { Environment } from '@toonbank/primitives';
import { WebshopList } from '@toonbank/shop/server';
import { type Understood, understand } from './understand';

/** So many of each kind: enough to choose from, few enough to answer at once. */
const most = 6;

/** Finds merchants, webshops and orders by whatever somebody has at hand. */
@Injectable()
export class Search {
  constructor(
    private readonly merchants: MerchantList,
    private readonly webshops: WebshopList,
    private readonly orders: OrdersService,
    private readonly clock: Clock,
  ) {}

  async find(scope: Scope, { q, environment: asked }: SearchQuery): Promise<SearchResult> {
    const environment = environmentOf(scope, asked);
    const understood = understand(q, dayOf(this.clock.now()));
    const [merchants, webshops, orders] = await Promise.all([
      this.merchantsNamed(scope, understood),
      this.webshopsAt(scope, understood),
      this.ordersLike(scope, environment, understood),
    ]);
    const { amount, day, text } = understood;
    return {
      understood: { amount: amount ?? null, day: day ?? null, text },
      merchants: merchants.map(({ id, name }) => ({ id, name })),
      webshops: webshops.map(({ id, host, merchantName }) => ({ id, host, merchantName })),
      orders: orders.slice(0, most),
    };
  }

  private async merchantsNamed(scope: Scope, understood: Understood) {
    if (!isName(understood)) return [];
    const query = { search: understood.text, limit: most };
    return (await this.merchants.page(scope, query)).items;
  }

  private async webshopsAt(scope: Scope, understood: Understood) {
    if (!isName(understood)) return [];
    const query = { search: understood.text, limit: most };
    return (await this.webshops.page(scope, query)).items;
  }

  private async ordersLike(
    scope: Scope,
    environment: Environment,
    { amount, day, id, text }: Understood,
  ): Promise<ListedOrder[]> {
    if (id) return this.orders.bearing(scope, environment, id);
    const filter = {
      ...(amount && { amount }),
      ...(day && spanOf(day)),
      ...(text && { merchantOrderId: text }),
    };
    if (Object.keys(filter).length === 0) return [];
    return (await this.orders.list(scope, { ...filter, environment, limit: most })).items;
  }
}

/** Merchants and webshops have names; an amount or a day is not one. */
function isName({ amount, day, text }: Understood): boolean {
  return text.length > 1 && amount === undefined && day === undefined;
}

function spanOf(day: string) {
  const [from, until] = [startOfDay(day), startOfDay(dayAfter(day))];
  return { from: from.toISOString(), until: until.toISOString() };
}
