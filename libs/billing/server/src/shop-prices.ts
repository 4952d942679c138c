import { Injectable } from '@nestjs/common';
import type { NextUrlPrice } from '@toonbank/billing/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { Shops, UrlHistory } from '@toonbank/shop/server';
import { monthlyOf } from './monthly-costs';
import { monthOf } from './months';
import { PriceBookRepository } from './price-book.repository';
import { bankPriceOf } from './prices';
import { SettingsRepository } from './settings.repository';

/** What the bank asks for a shop, and what its next URL would add: said before it is added (S27). */
@Injectable()
export class ShopPrices {
  constructor(
    private readonly work: Work,
    private readonly shops: Shops,
    private readonly book: PriceBookRepository,
    private readonly settings: SettingsRepository,
    private readonly urls: UrlHistory,
    private readonly clock: Clock,
  ) {}

  async ofNextUrl(scope: Scope, shopId: Id): Promise<NextUrlPrice> {
    const { merchantId } = await this.shops.get(scope, shopId);
    const now = this.clock.now();
    const justNow = { from: now, until: new Date(now.getTime() + 1), merchantIds: [merchantId] };
    return this.work.read(scope, async (tx) => {
      const { countsPer, proRata, bankVat } = await this.settings.settings(tx);
      const price = bankPriceOf(await this.book.bankPrices(tx), monthOf(now));
      const standing = (await this.urls.within(tx, justNow)).filter(
        (period) => countsPer === 'contract' || period.shopId === shopId,
      );
      const monthly = monthlyOf(price, standing.length);
      return {
        ...{ shopId, countsPer, proRata, bankVat, monthly, from: dayOf(now), source: price.source },
        ...{ includedUrls: price.included, usedUrls: standing.length },
        ...{ shop: price.base, extraUrl: price.perUrl },
        next: monthlyOf(price, standing.length + 1) - monthly,
      };
    });
  }
}
