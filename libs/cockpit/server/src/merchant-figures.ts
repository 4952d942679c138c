import { Injectable } from '@nestjs/common';
import { MonthlyCosts } from '@toonbank/billing/server';
import type { MerchantFigure, MerchantFigures as Told } from '@toonbank/cockpit/contract';
import type { Scope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { type Known, verdictOrder, worstFirst } from './attention';
import { Gathering } from './gathering';

const turnoverDays = 30;

/** How each of some merchants does, in production: for the list of them. */
@Injectable()
export class MerchantFigures {
  constructor(
    private readonly gathering: Gathering,
    private readonly costs: MonthlyCosts,
  ) {}

  /** Of merchants that are not the agency's nothing is told. */
  async of(scope: Scope, ids: readonly Id[]): Promise<Told> {
    const [known, costs] = await Promise.all([
      this.gathering.of(scope, { environment: 'production', days: turnoverDays }),
      this.costs.of(scope, ids),
    ]);
    const figures = ids.map((id) => ({ ...figureOf(known, id), monthly: costs.get(id) ?? 0 }));
    return { figures };
  }
}

/** What is known of all, told of one. Pure. */
export function figureOf(known: Known, merchantId: Id): Omit<MerchantFigure, 'monthly'> {
  const mine = <Row extends { merchantId: Id }>(rows: readonly Row[]) =>
    rows.filter((row) => row.merchantId === merchantId);
  const webshops = mine(known.webshops);
  const ids = new Set(webshops.map(({ id }) => id));
  const days = known.days.filter(({ webshopId }) => ids.has(webshopId));
  const health = worstFirst({ ...known, webshops, days });
  const paidOn = days.filter(({ paid }) => paid > 0).map(({ day }) => day);
  return {
    merchantId,
    verdict: verdictOrder.find((word) => health.some(({ verdict }) => verdict === word)) ?? null,
    lastPaidOn: paidOn.toSorted().at(-1) ?? null,
    paid: days.reduce((sum, { paid }) => sum + paid, 0),
  };
}
