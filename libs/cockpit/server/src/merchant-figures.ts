import { Injectable } from '@nestjs/common';
import { MonthlyCosts } from '@toonbank/billing/server';
import type { MerchantFigure, MerchantFigures as Told } from '@toonbank/cockpit/contract';
import { turnoverDays } from '@toonbank/merchant/contract';
import { type MerchantSales, OrderFigures } from '@toonbank/orders/server';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import type { Scope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { type Known, verdictOrder, worstFirst } from './attention';
import { Gathering } from './gathering';

const environment = 'production';

/** How each of some merchants does, in production: for the list of them. */
@Injectable()
export class MerchantFigures {
  constructor(
    private readonly gathering: Gathering,
    private readonly orders: OrderFigures,
    private readonly costs: MonthlyCosts,
    private readonly clock: Clock,
  ) {}

  /** Of merchants that are not the agency's nothing is told. */
  async of(scope: Scope, ids: readonly Id[]): Promise<Told> {
    const until = dayOf(this.clock.now());
    const from = dayAfter(until, 1 - turnoverDays);
    const [known, sales, costs] = await Promise.all([
      this.gathering.of(scope, { environment }),
      this.orders.byMerchant(scope, { environment, from, until }),
      this.costs.of(scope, ids),
    ]);
    const salesOf = new Map(sales.map((sold) => [sold.merchantId, sold]));
    return {
      figures: ids.map((id) => ({
        ...figureOf(known, id, salesOf.get(id)),
        monthly: costs.get(id) ?? 0,
      })),
    };
  }
}

/** What is known of all, told of one. Pure. */
export function figureOf(
  known: Known,
  merchantId: Id,
  sales: MerchantSales | undefined,
): Omit<MerchantFigure, 'monthly'> {
  const webshops = known.webshops.filter((webshop) => webshop.merchantId === merchantId);
  const ids = new Set(webshops.map(({ id }) => id));
  const days = known.days.filter(({ webshopId }) => ids.has(webshopId));
  const health = worstFirst({ ...known, webshops, days });
  return {
    merchantId,
    verdict: verdictOrder.find((word) => health.some(({ verdict }) => verdict === word)) ?? null,
    lastPaidOn: sales?.lastPaidOn ?? null,
    paid: sales?.paid ?? 0,
  };
}
