import { Injectable } from '@nestjs/common';
import type { Bill, Month } from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import type { Tx } from '@toonbank/platform/db';
import { Shops, UrlHistory } from '@toonbank/shop/server';
import type { CountedPeriod } from './meter';
import { makeBills, type MadeBill, type Terms } from './make-bill';
import { monthOf, spanOf } from './months';
import { PriceBookRepository } from './price-book.repository';
import { newClient, SettingsRepository } from './settings.repository';

/** What months cost, reckoned from the history of URLs and kept nowhere; in the caller's transaction. */
@Injectable()
export class Bills {
  constructor(
    private readonly settings: SettingsRepository,
    private readonly book: PriceBookRepository,
    private readonly urls: UrlHistory,
    private readonly shops: Shops,
    private readonly merchants: Merchants,
  ) {}

  /** In order of name. */
  async ofMonth(tx: Tx, month: Month): Promise<Bill[]> {
    const terms = await this.terms(tx);
    const made = makeBills(await this.urls.within(tx, spanOf(month)), month, terms);
    return this.named(tx, made);
  }

  /** Without names: for the sums of a list. */
  async ofMonths(tx: Tx, months: readonly Month[]): Promise<Map<Month, MadeBill[]>> {
    const [first, last] = [months[0], months.at(-1)];
    if (!first || !last) return new Map();
    const terms = await this.terms(tx);
    const periods = await this.urls.within(tx, spanOf(first, last));
    return new Map(months.map((month) => [month, makeBills(periods, month, terms)]));
  }

  /** The first month in which there was a URL. */
  async firstMonth(tx: Tx, span: { from: Date; until: Date }): Promise<Month | undefined> {
    const periods: CountedPeriod[] = await this.urls.within(tx, span);
    const starts = periods.map(({ from }) => monthOf(from < span.from ? span.from : from));
    return starts.toSorted()[0];
  }

  private async terms(tx: Tx): Promise<Terms> {
    const { countsPer, proRata, bankVat } = await this.settings.settings(tx);
    const [bankPrices, fees] = [await this.book.bankPrices(tx), await this.book.fees(tx)];
    const clients = await this.settings.clients(tx);
    const payers = new Map(clients.map(({ merchantId, payer }) => [merchantId, payer]));
    const payerOf: Terms['payerOf'] = (merchantId) => payers.get(merchantId) ?? newClient.payer;
    return { countsPer, proRata, bankVat, bankPrices, fees, payerOf };
  }

  private async named(tx: Tx, made: readonly MadeBill[]): Promise<Bill[]> {
    const merchants = await this.merchants.names(
      tx,
      made.map(({ merchantId }) => merchantId),
    );
    const shopIds = made.flatMap(({ lines }) => lines.flatMap(({ shopId }) => shopId ?? []));
    const shops = await this.shops.names(tx, shopIds);
    const clients = await this.settings.clients(tx);
    const known = new Set(clients.flatMap((client) => (client.billedTo ? client.merchantId : [])));
    const bills = made.map(({ merchantId, payer, urls, lines, sums }): Bill => {
      const merchantName = merchants.get(merchantId) ?? '';
      const named = lines.map((line) => {
        return { ...line, shopName: (line.shopId && shops.get(line.shopId)) ?? null };
      });
      const none = { invoiceId: null, invoiceNumber: null, isComplete: known.has(merchantId) };
      return { merchantId, merchantName, payer, urls, lines: named, ...sums, ...none };
    });
    return bills.toSorted((a, b) => a.merchantName.localeCompare(b.merchantName, 'nl'));
  }
}
