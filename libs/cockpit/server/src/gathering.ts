import { Injectable } from '@nestjs/common';
import type { ListedKey } from '@toonbank/keys/contract';
import { KeyList } from '@toonbank/keys/server';
import type { ListedOrder } from '@toonbank/orders/contract';
import { OrderFigures, OrdersService } from '@toonbank/orders/server';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import type { Scope } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import type { ListedWebshop } from '@toonbank/shop/contract';
import { WebshopList } from '@toonbank/shop/server';
import { allPages } from './all-pages';
import type { Known } from './attention';

/** Verdicts are passed over so many days. */
const daysSeen = 14;
const pageSize = 100;
export const mostLooked = 50;

export interface Gathered {
  readonly environment: Environment;
  readonly merchantId?: Id | undefined;
}

/** Fetches from the rooms below what a verdict on webshops is made of. */
@Injectable()
export class Gathering {
  constructor(
    private readonly webshops: WebshopList,
    private readonly keys: KeyList,
    private readonly orders: OrdersService,
    private readonly figures: OrderFigures,
    private readonly clock: Clock,
  ) {}

  async of(scope: Scope, place: Gathered): Promise<Known> {
    const now = this.clock.now();
    const today = dayOf(now);
    const calendar = Array.from({ length: daysSeen }, (_, i) => dayAfter(today, i + 1 - daysSeen));
    const stretch = { ...place, from: dayAfter(today, 1 - daysSeen), until: today };
    const [webshops, keys, looked, days] = await Promise.all([
      this.workingWebshops(scope, place),
      this.allKeys(scope, place),
      this.lookedAt(scope, place),
      this.figures.byWebshop(scope, stretch),
    ]);
    const inWork = new Set(webshops.map(({ id }) => id));
    const kept = keys.filter(({ webshopId }) => inWork.has(webshopId));
    return { webshops, keys: kept, looked, days, calendar, now };
  }

  /** One that has ended waits for nobody; its open orders still may. */
  private async workingWebshops(scope: Scope, { merchantId }: Gathered): Promise<ListedWebshop[]> {
    const all = await allPages((after) =>
      this.webshops.page(scope, { limit: pageSize, ...(merchantId && { merchantId }), after }),
    );
    return all.filter(({ ending }) => !ending?.ended);
  }

  private allKeys(scope: Scope, place: Gathered): Promise<ListedKey[]> {
    return allPages((after) => this.keys.page(scope, { ...place, limit: pageSize, after }));
  }

  private async lookedAt(scope: Scope, place: Gathered): Promise<ListedOrder[]> {
    const page = await this.orders.list(scope, { ...place, needsLook: true, limit: mostLooked });
    return page.items;
  }
}
