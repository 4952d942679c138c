import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { UrlHistory } from '@toonbank/shop/server';
import { monthOf } from './months';
import { PriceBookRepository } from './price-book.repository';
import { bankPriceOf, type Price } from './prices';
import { SettingsRepository } from './settings.repository';

/** What the bank asks for so many URLs of one shop (or contract) a month, in whole cents (S27). */
export function monthlyOf({ base, included, perUrl }: Price, urls: number): number {
  return urls === 0 ? 0 : base + perUrl * Math.max(0, urls - included);
}

/** What the bank asks for merchants as they are now; a whole month, whatever the pro rata. */
@Injectable()
export class MonthlyCosts {
  constructor(
    private readonly work: Work,
    private readonly book: PriceBookRepository,
    private readonly settings: SettingsRepository,
    private readonly urls: UrlHistory,
    private readonly clock: Clock,
  ) {}

  /** Whole cents by merchant; one without URLs is not there. */
  of(scope: Scope, merchantIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    const now = this.clock.now();
    const justNow = { from: now, until: new Date(now.getTime() + 1), merchantIds };
    return this.work.read(scope, async (tx) => {
      const { countsPer } = await this.settings.settings(tx);
      const price = bankPriceOf(await this.book.bankPrices(tx), monthOf(now));
      const standing = await this.urls.within(tx, justNow);
      const units = Map.groupBy(standing, ({ shopId, merchantId }) =>
        countsPer === 'shop' ? shopId : merchantId,
      );
      const costs = new Map<Id, number>();
      for (const urls of units.values()) {
        const { merchantId } = urls[0]!;
        costs.set(merchantId, (costs.get(merchantId) ?? 0) + monthlyOf(price, urls.length));
      }
      return costs;
    });
  }
}
