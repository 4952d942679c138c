import { Injectable } from '@nestjs/common';
import type { Attention, Overview, OverviewQuery, WebshopHealth } from '@toonbank/cockpit/contract';
import type { ListedKey } from '@toonbank/keys/contract';
import { KeyList } from '@toonbank/keys/server';
import type { ListedOrder } from '@toonbank/orders/contract';
import { OrderFigures, OrdersService } from '@toonbank/orders/server';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import type { Scope } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import type { ListedWebshop } from '@toonbank/shop/contract';
import { WebshopList } from '@toonbank/shop/server';
import { attentionOf, type Known, worstFirst } from './attention';
import { allPages } from './all-pages';

const daysSeen = 14;
const mostAttention = 50;
const mostWebshops = 20;
const pageSize = 100;

interface Place {
  readonly environment: Environment;
  readonly merchantId?: Id | undefined;
}

/** What waits for somebody today, and how each webshop does. */
@Injectable()
export class Overviews {
  constructor(
    private readonly webshops: WebshopList,
    private readonly keys: KeyList,
    private readonly orders: OrdersService,
    private readonly figures: OrderFigures,
    private readonly clock: Clock,
  ) {}

  async get(scope: Scope, query: OverviewQuery): Promise<Overview> {
    const place = { environment: query.environment ?? 'production', merchantId: query.merchantId };
    const today = dayOf(this.clock.now());
    const calendar = Array.from({ length: daysSeen }, (_, i) => dayAfter(today, i + 1 - daysSeen));
    const [working, keys, looked, days] = await Promise.all([
      this.workingWebshops(scope, place),
      this.allKeys(scope, place),
      this.lookedAt(scope, place),
      this.figures.byWebshop(scope, { ...place, from: calendar[0]!, until: today }),
    ]);
    const inWork = new Set(working.map(({ id }) => id));
    const kept = keys.filter(({ webshopId }) => inWork.has(webshopId));
    const now = this.clock.now();
    return this.told({ webshops: working, keys: kept, looked, days, calendar, now });
  }

  private told(known: Known): Overview {
    const attention: Attention[] = attentionOf(known);
    const webshops: WebshopHealth[] = worstFirst(known);
    return {
      attention: attention.slice(0, mostAttention),
      webshops: webshops.slice(0, mostWebshops),
      webshopCount: webshops.length,
    };
  }

  /** One that has ended waits for nobody; its open orders still may. */
  private async workingWebshops(scope: Scope, { merchantId }: Place): Promise<ListedWebshop[]> {
    const all = await allPages((after) =>
      this.webshops.page(scope, { limit: pageSize, ...(merchantId && { merchantId }), after }),
    );
    return all.filter(({ ending }) => !ending?.ended);
  }

  private allKeys(scope: Scope, place: Place): Promise<ListedKey[]> {
    return allPages((after) => this.keys.page(scope, { ...place, limit: pageSize, after }));
  }

  private async lookedAt(scope: Scope, place: Place): Promise<ListedOrder[]> {
    const page = await this.orders.list(scope, { ...place, needsLook: true, limit: mostAttention });
    return page.items;
  }
}
